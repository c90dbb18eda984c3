namespace Kiln.Training;

/// <summary>An exception of the user's code in one line of a message.</summary>
internal static class UserError
{
    /// <summary>Type and message; of an argument that a layer refuses the message alone, which says what to do.</summary>
    public static string Text(Exception problem)
    {
        string first = problem.Message.ReplaceLineEndings("\n").Split('\n')[0];
        return problem is ArgumentException { ParamName: { } parameter }
            ? first.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)
            : $"{problem.GetType().Name}: {first}";
    }
}
