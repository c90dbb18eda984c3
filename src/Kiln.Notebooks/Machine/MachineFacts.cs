using System.Runtime.InteropServices;
using TorchSharp;

namespace Kiln.Notebooks;

/// <summary>What Kiln runs on.</summary>
/// <param name="Rows">Name and value of each fact.</param>
/// <param name="Problems">What is wrong, each with its remedy.</param>
public sealed record MachineFacts(IReadOnlyList<(string Name, string Value)> Rows, IReadOnlyList<string> Problems)
{
    /// <summary>Looks around; a part that fails is itself a finding.</summary>
    /// <param name="workspace">Whose store is looked at.</param>
    /// <param name="host">A type of the program that asks; it is named with its version.</param>
    public static MachineFacts Read(LabWorkspace workspace, Type host)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(host);
        var rows = new List<(string, string)> { ("Kiln", Version(typeof(Lab))), (".NET", Environment.Version.ToString()) };
        var problems = new List<string>();
        Torch(rows, problems);
        rows.Add(("processor", $"{Numbers.Of(Environment.ProcessorCount, "core")}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}, {RuntimeInformation.OSDescription}"));
        rows.Add(("memory", ByteCount.Text(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)));
        rows.Add(("notebook host", $"{host.Assembly.GetName().Name} {Version(host)}"));
        Store(workspace, rows, problems);
        return new MachineFacts(rows, problems);
    }

    private static void Torch(List<(string, string)> rows, List<string> problems)
    {
        try
        {
            // A multiplication first: BLAS is bound at its first use.
            using var square = torch.ones(8, 8);
            using var product = square.matmul(square);
            rows.Add(("libtorch", $"{torch.__version__}, on the processor"));
            rows.Add(("threads", Numbers.Count(torch.get_num_threads())));
            var blas = LoadedBlas.Read();
            rows.Add(("matrix library", blas.Path is null ? blas.Name : $"{blas.Name}, {blas.Path}"));
            if (blas.Remedy is { } remedy) problems.Add(remedy);
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException or InvalidOperationException or ExternalException)
        {
            rows.Add(("libtorch", "cannot be loaded"));
            problems.Add($"libtorch cannot be loaded, so nothing can be trained: {(problem.InnerException ?? problem).Message} Run ./run.sh once: it installs and builds what is missing.");
        }
    }

    private static void Store(LabWorkspace workspace, List<(string, string)> rows, List<string> problems)
    {
        if (!Directory.Exists(workspace.Folder))
        {
            rows.Add(("run store", $"{workspace.Folder}, made by the first run"));
            return;
        }
        try
        {
            rows.Add(("run store", $"{workspace.Folder}, {Numbers.Of(workspace.Store.List().Count, "run")}"));
        }
        catch (Kiln.Runs.RunStoreException problem)
        {
            rows.Add(("run store", $"{workspace.Folder}, not readable"));
            problems.Add(problem.Message);
        }
    }

    private static string Version(Type type) => type.Assembly.GetName().Version?.ToString(3) ?? "";
}
