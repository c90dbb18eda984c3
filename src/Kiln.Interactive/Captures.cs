using System.Text.RegularExpressions;

namespace Kiln.Interactive;

/// <summary>Finds the session's variables that a model's body names.</summary>
/// <remarks>The host does not say what code means, so this goes by words: a variable that a local of the body hides counts too.</remarks>
internal static partial class Captures
{
    /// <summary>The variables, each once, in the order of their first use.</summary>
    /// <param name="code">Generated C#; the user's own lines stand between <c>#line</c> with a number and <c>#line hidden</c>.</param>
    /// <param name="isVariable">Whether the session has a variable of a name.</param>
    public static IReadOnlyList<string> Of(string code, Func<string, bool> isVariable)
    {
        var users = new HashSet<string>();
        var given = new HashSet<string>();
        var isUsers = false;
        var named = new List<string>();
        foreach (var line in code.Split('\n'))
        {
            if (line.StartsWith("#line ", StringComparison.Ordinal)) isUsers = char.IsDigit(line[6]);
            else if (!isUsers) given.UnionWith(Words(line));
            else named.AddRange(Words(line).Where(users.Add));
        }
        return [.. named.Where(name => !given.Contains(name) && isVariable(name))];
    }

    private static IEnumerable<string> Words(string line) => Word().Matches(Quoted().Replace(line, "")).Select(match => match.Value);

    // A name behind a dot is a member of something, one before a colon names an argument.
    [GeneratedRegex(@"(?<![\w.])[\p{L}_]\w*(?!\w)(?!\s*:)")]
    private static partial Regex Word();

    [GeneratedRegex(@"""(\\.|[^""\\])*""|//.*$")]
    private static partial Regex Quoted();
}
