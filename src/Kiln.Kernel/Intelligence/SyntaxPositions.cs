using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Finds tokens around a cursor.</summary>
internal static class SyntaxPositions
{
    /// <summary>The last token that ends at or starts before the position.</summary>
    public static SyntaxToken FindTokenOnLeftOfPosition(this SyntaxNode root, int position)
    {
        var token = root.FindToken(Math.Max(0, Math.Min(position, root.FullSpan.End) - 1));
        return token.SpanStart >= position || (token.Span.IsEmpty && token.SpanStart >= position) ? token.GetPreviousToken(includeZeroWidth: false) : token;
    }
}
