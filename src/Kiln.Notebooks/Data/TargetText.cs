using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>What is to be learnt of one example, in words.</summary>
internal static class TargetText
{
    /// <summary>The class, the labels, or the numbers with their names.</summary>
    public static string Of(DataSet data, long row)
    {
        using var scope = NewDisposeScope();
        var target = data.ExampleAt(row).Targets;
        if (data.Classes > 0) return data.ClassNames[(int)target.item<long>()];
        if (data.Task == LearningTasks.LanguageModel) return "";
        if (data.Task != LearningTasks.MultiLabel) return string.Join(", ", RawValues.TargetsOf(data, row).Select(Numbers.Short));
        var flags = target.flatten().data<float>().ToArray();
        var labels = data.TargetNames.Where((_, k) => flags[k] > 0.5).ToList();
        return labels.Count == 0 ? "none" : string.Join(", ", labels);
    }
}
