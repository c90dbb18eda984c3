using Kiln.Training;

namespace Kiln;

/// <summary>The folds of a cross-validation: data sets of the session that differ in nothing but the fold held out.</summary>
internal static class FoldSets
{
    /// <summary>The folds that there are, in their order; none where the data set is not one of folds.</summary>
    public static IReadOnlyList<DataSet> Of(LabWorkspace workspace, DataSet data)
    {
        if (data.Options.Folds is not { } folds) return [];
        var loaded = workspace.Data.Names
            .Select(workspace.Data.Get)
            .Append(data)
            .Where(other => other.Name == data.Name && Common(other.Options) == Common(data.Options))
            .GroupBy(other => other.Options.Fold)
            .ToDictionary(group => group.Key, group => group.Last());
        if (DataSets.Names.Contains(data.Name))
            for (var fold = 1; fold <= folds; fold++)
                if (!loaded.ContainsKey(fold)) loaded[fold] = DataSets.Load(data.Name, data.Options with { Fold = fold });
        return [.. loaded.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    // Class names come in arrays, which are equal only where they are the same; they change no split.
    private static DataOptions Common(DataOptions options) => options with { Fold = 1, ClassNames = [] };

    /// <summary>Examples held out for each that is trained on.</summary>
    public static double HeldOutToTrain(DataSet data) => (double)(data.HasOfficialTestSplit ? data.Validation : data.Test).Count / data.Train.Count;
}
