namespace Kiln.Torch.Generator;

/// <summary>ATen's names as C# identifiers.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords =
        ["abstract", "as", "base", "bool", "byte", "char", "checked", "const", "default", "double", "else", "event", "fixed", "float",
         "for", "implicit", "in", "int", "is", "lock", "long", "new", "null", "object", "out", "params", "ref", "short", "string", "this", "using"];

    /// <summary>Puts an @ before the keywords that ATen uses as names.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;
}
