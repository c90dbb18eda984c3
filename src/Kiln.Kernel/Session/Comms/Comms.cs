using Kiln.Kernel;

namespace Kiln;

/// <summary>Talks with code in the notebook's page: Jupyter's comms.</summary>
/// <remarks>
/// The page opens a comm with <c>Jupyter.notebook.kernel.comm_manager.new_comm("target", data)</c> or, in JupyterLab, with
/// <c>kernel.createComm("target").open(data)</c>. Handlers run while cells run, on a thread of their own, one message after another;
/// what they print belongs to the message that they handle.
/// </remarks>
public static class Comms
{
    /// <summary>Takes comms that the page opens; a second registration of a target replaces the first.</summary>
    /// <param name="target">The name that the page uses.</param>
    /// <param name="opened">Called for each comm; attaches its handlers.</param>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public static void Register(string target, Action<Comm> opened)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(opened);
        Table("Register").Register(target, opened);
    }

    /// <summary>Takes no more comms of a target; those that are open stay open.</summary>
    /// <returns>Whether the target was registered.</returns>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public static bool Unregister(string target) => Table("Unregister").Unregister(target);

    /// <summary>Opens a comm to a target that the page has registered.</summary>
    /// <param name="target">The page's name for it.</param>
    /// <param name="data">Anything that can be written as JSON.</param>
    /// <param name="metadata">The message's metadata, such as the version of a widget protocol.</param>
    /// <param name="buffers">Binary parts.</param>
    /// <returns>The open comm; attach <see cref="Comm.Received"/> before the page can answer, that is in the same cell.</returns>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public static Comm Open(string target, object? data = null, object? metadata = null, params IReadOnlyList<byte[]> buffers)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Table("Open").Open(target, new CommPayload(data, metadata, buffers));
    }

    private static CommTable Table(string operation) =>
        CellContext.Current?.Comms ?? throw new InvalidOperationException($"Comms.{operation}: no cell runs. Call it from a cell.");
}
