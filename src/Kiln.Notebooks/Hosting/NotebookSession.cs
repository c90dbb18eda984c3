namespace Kiln.Notebooks;

/// <summary>Binds the running cell to the lab, so that <c>Lab.Train</c> called in plain C# shows itself in that cell.</summary>
public static class NotebookSession
{
    private static readonly AsyncLocal<INotebookHost?> Current = new();

    /// <summary>The host of the cell that the calling flow belongs to, or null outside a cell.</summary>
    public static INotebookHost? Host => Current.Value;

    /// <summary>Where a person at a terminal follows a training, a line for each epoch; null where a page shows it live.</summary>
    public static TextWriter? Terminal { get; set; }

    /// <summary>Makes <paramref name="host"/> the one that training, searching and comparing show themselves in.</summary>
    /// <returns>Ends the binding; to be disposed on the flow that attached.</returns>
    public static IDisposable Attach(INotebookHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var workspace = LabWorkspace.Current;
        if (workspace.Display is not NotebookDisplay) workspace.Display = new NotebookDisplay(workspace.Time);
        var before = Current.Value;
        Current.Value = host;
        return new Detach(before);
    }

    private sealed class Detach(INotebookHost? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
