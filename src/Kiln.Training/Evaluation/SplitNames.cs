namespace Kiln.Training;

/// <summary>The splits of a data set by name.</summary>
public static class SplitNames
{
    private static readonly string[] All = ["train", "validation", "test"];

    /// <summary>A split that has examples.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="name">train, validation or test.</param>
    /// <exception cref="ArgumentException">There is no such split, or it is empty.</exception>
    public static DataSplit SplitNamed(this DataSet data, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        DataSplit split = name.ToLowerInvariant() switch
        {
            "train" => data.Train,
            "validation" or "val" => data.Validation,
            "test" => data.Test,
            _ => throw new ArgumentException($"There is no split '{name}'. {Suggestions.Hint(name, All)}"),
        };
        return split.Count > 0
            ? split
            : throw new ArgumentException($"The {split.Name} split of '{data.Name}' is empty. Load the data with a split that leaves it some, such as 80/10/10, or take the train split.");
    }
}
