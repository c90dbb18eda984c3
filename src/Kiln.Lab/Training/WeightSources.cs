using Kiln.Training;

namespace Kiln;

/// <summary>Finds what <see cref="TrainOptions.From"/> names: a file, or a run of the store.</summary>
internal static class WeightSources
{
    private static readonly string[] Endings = [".safetensors", ".pt", ".pth", ".bin"];

    /// <summary>Id of the run whose weights the options ask for; null for a file, or none.</summary>
    public static string? RunOf(LabWorkspace workspace, TrainOptions options) =>
        options.From is { } name && !File.Exists(name) ? workspace.Store.Find(name)?.Id : null;

    /// <summary>The source, or null where the options ask for none.</summary>
    /// <exception cref="LabException">There is no such file and no such run.</exception>
    public static WeightSource? Of(LabWorkspace workspace, TrainOptions options)
    {
        if (options.From is not { } name) return null;
        if (File.Exists(name)) return WeightSource.File(name);
        if (Endings.Contains(Path.GetExtension(name).ToLowerInvariant()))
            throw new LabException($"--from: there is no file {name}. Check the path; it is relative to {Environment.CurrentDirectory}.");
        var run = workspace.Store.Find(name)
            ?? throw new LabException($"--from: there is no run '{name}', and no file of that name. #!runs lists the runs; a file ends in .safetensors or .pt.");
        return new WeightSource($"run {run.Id}", () => KeptWeights.Read(workspace.Store.RunFolder(run.Id), RunIdentity.ReadOptions(run)));
    }
}
