namespace Kiln.Training;

/// <summary>How a text becomes examples for a language model.</summary>
public sealed record TextOptions
{
    /// <summary>Whether tokens are words and punctuation marks, in lower case, instead of characters (default false).</summary>
    public bool Words { get; init; }

    /// <summary>T, the tokens of one example (default 64).</summary>
    public int Length { get; init; } = 64;

    /// <summary>Tokens from the start of one example to that of the next (default null: <see cref="Length"/>, so that examples do not overlap).</summary>
    public int? Stride { get; init; }

    /// <summary>Most different tokens (default 10,000); rarer ones become <c>&lt;unk&gt;</c>.</summary>
    public int Vocabulary { get; init; } = 10_000;
}
