using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Which failures of a magic are told as one sentence, and which are errors of ours that need their stack.</summary>
internal static class MagicFailure
{
    /// <summary>Whether the exception's own message was written for the user.</summary>
    public static bool IsForTheUser(Exception failure) => failure
        is LabException or DataException or ModelException or CheckpointException
        or RunStoreException or RunNotFoundException or RunFilterException or SpaceSyntaxException
        or ArgumentException or IOException or UnauthorizedAccessException;

    /// <summary>The sentence to show.</summary>
    public static string Message(Command command, Exception failure)
    {
        var text = failure.Message;
        // ArgumentException appends the name of a parameter that the user never typed.
        if (failure is ArgumentException { ParamName: { } name }) text = text.Replace($" (Parameter '{name}')", "");
        return $"{command.Name}: {text}";
    }
}
