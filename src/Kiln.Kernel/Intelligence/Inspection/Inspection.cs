using System.Xml.Linq;

namespace Kiln.Kernel;

/// <summary>What is known of the thing at a cursor.</summary>
internal sealed record Inspection
{
    /// <summary>Signatures, or the one line of a keyword.</summary>
    public required IReadOnlyList<string> Signatures { get; init; }

    /// <summary>Index of the overload that the call means, or -1.</summary>
    public int Chosen { get; init; } = -1;

    /// <summary>The parameter that the cursor's argument goes to.</summary>
    public string? Parameter { get; init; }

    /// <summary>Where the session declared it, and its value.</summary>
    public string? Remark { get; init; }

    public XElement Documentation { get; init; } = new("member");

    /// <summary>The code that declares it in the session.</summary>
    public string? Source { get; init; }
}
