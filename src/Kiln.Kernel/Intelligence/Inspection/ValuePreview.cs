using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>A short form of a variable's value.</summary>
internal static class ValuePreview
{
    private const int Longest = 60;

    /// <summary>The value, or null for objects: their <c>ToString</c> is the user's code, and a question about a name must not run it.</summary>
    public static string? Of(object? value) => value switch
    {
        null => "null",
        string text => SymbolDisplay.FormatLiteral(text.Length > Longest ? text[..Longest] + "…" : text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        bool truth => truth ? "true" : "false",
        Enum or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid or Version => Convert.ToString(value, CultureInfo.InvariantCulture),
        Array array => $"{array.Length.ToString(CultureInfo.InvariantCulture)} elements",
        ICollection collection when collection.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true =>
            $"{collection.Count.ToString(CultureInfo.InvariantCulture)} elements",
        IFormattable number when value.GetType().IsPrimitive || value is decimal or Half or Int128 or UInt128 or System.Numerics.BigInteger =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
