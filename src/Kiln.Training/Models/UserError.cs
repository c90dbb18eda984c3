namespace Kiln.Training;

/// <summary>An exception of the user's code in one line of a message.</summary>
internal static class UserError
{
    public static string Text(Exception problem) => $"{problem.GetType().Name}: {problem.Message.ReplaceLineEndings("\n").Split('\n')[0]}";
}
