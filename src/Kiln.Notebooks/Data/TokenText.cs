using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>Tokens as readable text.</summary>
internal static class TokenText
{
    /// <summary>The text of one example.</summary>
    public static string Of(DataSet data, long row)
    {
        using var scope = NewDisposeScope();
        var names = data.Task == LearningTasks.LanguageModel ? data.TargetNames : data.ColumnNames;
        var tokens = data.ExampleAt(row).Inputs.flatten().data<long>().ToArray().Select(token => names[(int)token]).ToList();
        while (tokens.Count > 0 && tokens[^1] == "<pad>") tokens.RemoveAt(tokens.Count - 1);
        // Characters stand side by side, words apart.
        return string.Join(names.Any(name => name is not ("<unk>" or "<pad>") && name.EnumerateRunes().Count() > 1) ? " " : "", tokens);
    }
}
