namespace Kiln.Kernel;

/// <summary>How what was typed is found in a name, best first.</summary>
internal enum NameMatch
{
    /// <summary>It is the name.</summary>
    Whole,

    /// <summary>The name starts with it, letter by letter.</summary>
    Prefix,

    /// <summary>The name starts with it but for upper and lower case.</summary>
    PrefixInOtherCase,

    /// <summary>Capitals of the name and what follows them: <c>WL</c> in WriteLine, <c>conv2</c> in Conv2d.</summary>
    Humps,

    /// <summary>It stands somewhere in the name: <c>line</c> in ReadLine.</summary>
    Inside,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>Compares names with what was typed.</summary>
internal static class NameMatching
{
    /// <summary>How the typed letters are found in a name.</summary>
    public static NameMatch Of(string name, string typed)
    {
        if (typed.Length == 0) return NameMatch.Prefix;
        if (name.StartsWith(typed, StringComparison.Ordinal)) return name.Length == typed.Length ? NameMatch.Whole : NameMatch.Prefix;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return NameMatch.PrefixInOtherCase;
        if (typed.Length < 2 || typed.Length > name.Length) return NameMatch.None;
        if (AreHumps(name, typed)) return NameMatch.Humps;
        return typed.Length > 2 && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? NameMatch.Inside : NameMatch.None;
    }

    // Every typed capital starts a hump; lower-case letters go on in the hump that is open.
    private static bool AreHumps(string name, string typed)
    {
        if (!char.IsUpper(typed[0]) || !typed.AsSpan(1).ContainsAnyInRange('A', 'Z')) return false;
        var at = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            if (char.IsUpper(typed[i]) || i == 0)
            {
                while (at < name.Length && !(IsHump(name, at) && name[at] == typed[i])) at++;
                if (at++ == name.Length) return false;
            }
            else if (at >= name.Length || name[at++] != typed[i]) return false;
        }
        return true;
    }

    private static bool IsHump(string name, int index) => char.IsUpper(name[index]) || index == 0 || name[index - 1] == '_';
}
