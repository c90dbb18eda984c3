namespace Kiln.Kernel;

/// <summary>One proposal.</summary>
/// <param name="Text">What to put in.</param>
/// <param name="Kind">Jupyter's word for what it is: <c>function</c>, <c>property</c>, <c>instance</c>, <c>keyword</c>, …</param>
/// <param name="Description">Signature or summary.</param>
internal sealed record CompletionItem(string Text, string Kind, string Description);

/// <summary>Proposals for a stretch of the code.</summary>
/// <param name="Start">Index of the first character replaced, in UTF-16 units.</param>
/// <param name="End">Index after the last character replaced.</param>
/// <param name="Items">Best first.</param>
internal sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>No proposals.</summary>
    public static Completions None(int position) => new(position, position, []);

    /// <summary>The same in a text that starts so many characters earlier.</summary>
    public Completions Moved(int by) => this with { Start = Start + by, End = End + by };
}
