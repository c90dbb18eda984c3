using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>One line that says what an example is and what is to be learnt of it.</summary>
internal static class DataShape
{
    /// <summary>For example "1,797 pictures of 8 × 8 pixels, grey, 10 classes".</summary>
    public static string Of(DataSet data)
    {
        var count = data.Train.Count + data.Validation.Count + data.Test.Count;
        return $"{Numbers.Of(count, data.IsImage ? "picture" : data.IsTokens ? "text" : "example")} of {Shape(data)}, {Targets(data)}";
    }

    private static string Shape(DataSet data) => data switch
    {
        { IsImage: true } => $"{data.InputShape[1]} × {data.InputShape[2]} pixels, {(data.InputShape[0] == 1 ? "grey" : data.InputShape[0] == 3 ? "colour" : Numbers.Of(data.InputShape[0], "channel"))}",
        { IsTokens: true } => $"{Numbers.Of(data.InputShape[0], "token")} each, {Numbers.Count(data.VocabularySize)} different",
        { InputShape.Length: 1 } => Numbers.Of(data.InputShape[0], "number") + " each",
        _ => string.Join(" × ", data.InputShape) + " numbers",
    };

    private static string Targets(DataSet data)
    {
        if (data.Classes > 0) return Numbers.Of(data.Classes, "class", "classes");
        if (data.Task == LearningTasks.LanguageModel) return "to predict each next one";
        if (data.Task == LearningTasks.MultiLabel) return Numbers.Of(data.TargetNames.Length, "label");
        return "to predict " + (data.TargetNames.Length <= 4 ? string.Join(", ", data.TargetNames) : Numbers.Of(data.TargetNames.Length, "number"));
    }
}
