using System.Globalization;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What a model is tried on when it is defined.</summary>
/// <param name="Name">What the summary calls it.</param>
/// <param name="Shape">What is asked of it.</param>
internal sealed record ModelInputs(string Name, TaskShape Shape)
{
    private const long ClassesWithoutData = 10;

    /// <summary>The shape given, or else the data sets of the session, newest first; empty where there is none.</summary>
    public static IReadOnlyList<ModelInputs> For(string? shape, LabWorkspace workspace)
    {
        var newest = workspace.Data.Newest;
        if (shape is not null) return [new ModelInputs($"an input of {shape}", Given(Parse(shape), newest))];
        if (newest is null) return [];
        var sets = workspace.Data.Names.Select(name => workspace.Data.Get(name)).OrderByDescending(set => set == newest);
        return [.. sets.Select(set => new ModelInputs(set.Name, TaskShape.Of(set))), .. sets.Where(set => !set.IsTokens).Select(Restoring)];
    }

    // A model that returns what it is given fits any examples of numbers, though their targets ask for something else.
    private static ModelInputs Restoring(DataSet data) =>
        new($"{data.Name} for --task {LearningTasks.Autoencoding}", TaskShape.Of(data, LearningTasks.Autoencoding));

    private static TaskShape Given(long[] input, DataSet? data) =>
        data is null ? TaskShape.Classes(input, ClassesWithoutData) : TaskShape.Of(data) with { Input = input };

    private static long[] Parse(string text)
    {
        var sizes = text.Split('x', '×', ',').Select(part => long.TryParse(part.Trim('(', ')', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0).ToArray();
        return sizes.All(size => size > 0)
            ? sizes
            : throw new MagicException($"#!model --input: expected sizes such as 1x28x28 (channels x height x width) or 4, got \"{text}\".");
    }
}
