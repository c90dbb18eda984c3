using Kiln.Runs;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>One training run: what was asked, what came of it and, in the session that trained it, the module.</summary>
public sealed partial class Run
{
    internal Run(RunRecord record, IReadOnlyList<EpochRecord> epochs, nn.Module<Tensor, Tensor>? module, IReadOnlyList<string> notes)
    {
        Record = record;
        Epochs = epochs;
        Module = module;
        Notes = notes;
    }

    /// <summary>The stored row: identity, parameters, status, final metrics.</summary>
    public RunRecord Record { get; }

    /// <summary>Metrics of each epoch.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>The trained module with the weights that were kept; null for a run of another session.</summary>
    public nn.Module<Tensor, Tensor>? Module { get; }

    /// <summary>Warnings and remarks made while it trained.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What its curves and its model show, each a sentence with its remedy; empty for most runs.</summary>
    public IReadOnlyList<string> Hints { get; internal init; } = [];

    /// <summary>Whether another process has taken it up while it trained here: what came of it here is not recorded.</summary>
    internal bool IsLost { get; init; }

    /// <summary>Short id that <c>#!runs show</c> takes.</summary>
    public string Id => Record.Id;

    /// <summary>Final metrics: those of the best epoch, and the test metrics.</summary>
    public IReadOnlyDictionary<string, double> Metrics => Record.Metrics;

    /// <summary>Accuracy on the test split with the kept weights, 0..1; null when the run did not get that far.</summary>
    public double? TestAccuracy => Record.Metrics.TryGetValue("test_accuracy", out var value) ? value : null;

    /// <summary>Writes the model for other programs.</summary>
    /// <param name="path">The file; its ending tells the format.</param>
    /// <param name="options">Format and inputs; defaults as documented there.</param>
    /// <returns>Size, hash, and the lines of Python that load it.</returns>
    /// <exception cref="LabException">The weights are gone, a layer cannot be written, or the file cannot be.</exception>
    public ExportedModel Export(string path, ExportOptions? options = null) =>
        new ModelExport(LabWorkspace.Current, Record, Module).Write(path, options ?? new ExportOptions());

    /// <summary>Id, model and data set.</summary>
    public override string ToString() => $"run {Id}: {Record.ModelName} on {Record.DataName}, {Record.Status}";
}
