namespace Kiln.Notebooks;

/// <summary>Options of other libraries for which Kiln has none, and what to do instead.</summary>
internal static class OptionsElsewhere
{
    private static readonly (string[] Names, string Instead)[] All =
    [
        (["dropout"], "Dropout is a layer: put Dropout(0.5) into the body of #!model."),
        (["activation"], "Activations are layers: put ReLU(), Tanh() or GELU() into the body of #!model."),
        (["layers", "units", "hidden", "hidden-size", "hidden-sizes"], "Sizes of a model stand in the body of #!model; hp.Int(\"hidden\", 32, 256) there makes one an option: --hp hidden=64."),
        (["validation-split", "val-split", "val-size", "test-size"], "#!data divides the data: #!data NAME --split 80/10/10."),
        (["shuffle"], "Training examples are shuffled anew in each epoch; --seed changes how."),
        (["verbose", "progress"], "Progress is always shown."),
        (["device", "gpu", "gpus", "cuda", "accelerator"], "Kiln trains on the CPU."),
    ];

    /// <summary>A sentence with a blank before it, or nothing where nothing is known of the option.</summary>
    public static string Hint(string typed)
    {
        var name = typed.TrimStart('-').Replace('_', '-').ToLowerInvariant();
        return All.FirstOrDefault(one => one.Names.Contains(name)).Instead is { } instead ? " " + instead : "";
    }
}
