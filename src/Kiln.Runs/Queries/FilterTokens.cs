namespace Kiln.Runs;

/// <summary>Cuts a question about runs into its parts.</summary>
internal static class FilterTokens
{
    // The longer ones first.
    private static readonly string[] Operators = ["<=", ">=", "!=", "<>", "==", "!~", "<", ">", "=", "~"];

    /// <summary>The parts, and the end behind them.</summary>
    /// <exception cref="RunFilterException">A quote is not closed, or a character means nothing here.</exception>
    public static List<FilterToken> Of(string text)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var token = Read(text, at, out at);
            tokens.Add(token);
        }
        tokens.Add(new(FilterTokenKind.End, "", text.Length));
        return tokens;
    }

    private static FilterToken Read(string text, int start, out int next)
    {
        var first = text[start];
        if (first is '(' or ')')
        {
            next = start + 1;
            return new(FilterTokenKind.Parenthesis, text[start..next], start);
        }
        if (first is '"' or '\'')
            return Quoted(text, start, out next);
        if (Array.Find(Operators, one => text.AsSpan(start).StartsWith(one)) is { } found)
        {
            next = start + found.Length;
            return new(FilterTokenKind.Operator, found, start);
        }
        next = start;
        while (next < text.Length && IsWord(text[next]))
            next++;
        return next > start
            ? new(FilterTokenKind.Word, text[start..next], start)
            : throw new RunFilterException(text, start, $"'{first}' means nothing here. Put a value with such a character in quotes.");
    }

    private static FilterToken Quoted(string text, int start, out int next)
    {
        var end = text.IndexOf(text[start], start + 1);
        if (end < 0)
            throw new RunFilterException(text, start, "This quote is never closed. Add the closing quote.");
        next = end + 1;
        return new(FilterTokenKind.Quoted, text[(start + 1)..end], start);
    }

    // Values such as 1e-3, 2026-11-22, v1.2, relu+norm and names such as last.val_loss and weight-decay.
    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '-' or '+' or ':' or '/' or '*' or '%' or '@';
}
