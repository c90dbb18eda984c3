using System.Globalization;

namespace Kiln.Kernel;

/// <summary>An exception's own words. They are the user's code, too: they may be missing, endless, or throw.</summary>
internal static class ExceptionText
{
    private const int Longest = 4000;

    /// <summary>The message, at a length that can be read.</summary>
    public static string Message(Exception exception)
    {
        string? message;
        try
        {
            message = exception.Message;
        }
        catch (Exception e)
        {
            return $"(its Message threw {TypeNames.Full(e.GetType())})";
        }
        if (message is null or { Length: <= Longest }) return message ?? "";
        return message[..Longest] + string.Create(CultureInfo.InvariantCulture, $"… ({message.Length:N0} characters)");
    }

    /// <summary>The exceptions that came before and led to this one, nearest first.</summary>
    public static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException) yield return inner;
    }

    /// <summary>Whether this or one that it carries is of a kind.</summary>
    public static bool Contains(Exception exception, Func<Exception, bool> kind) =>
        kind(exception)
        || (exception is AggregateException several ? several.InnerExceptions.Any(inner => Contains(inner, kind)) : Causes(exception).Any(kind));
}
