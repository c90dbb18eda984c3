using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Kiln.Kernel;

/// <summary>Values of which a text says everything.</summary>
internal static class Scalars
{
    /// <summary>The view of a scalar, in no culture; null for any other value.</summary>
    public static View? View(object value) => value switch
    {
        string text => new TextView(text),
        bool or char or Enum => new TextView(value.ToString() ?? ""),
        DateTime time => new TextView(time.ToString("yyyy-MM-dd HH:mm:ssK", CultureInfo.InvariantCulture)),
        DateTimeOffset time => new TextView(time.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)),
        DateOnly date => new TextView(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => new TextView(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Type type => new TextView(TypeNames.Full(type)) { Link = Documentation(type) },
        Uri uri => new TextView(uri.OriginalString) { Link = uri.IsAbsoluteUri && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null },
        IFormattable formattable => Formatted(formattable),
        IHtmlContent html => Markup(html),
        IConvertible scalar => new TextView(scalar.ToString(CultureInfo.InvariantCulture)),
        ReadOnlyMemory<char> text => new TextView(text.ToString()),
        Memory<char> text => new TextView(text.ToString()),
        StringBuilder text => new TextView(text.ToString()),
        Delegate function => new TextView(Signature(function)),
        Regex or Index or Range or CultureInfo or Encoding or MemberInfo or Assembly or Module => new TextView(value.ToString() ?? ""),
        _ => null,
    };

    private static TextView Formatted(IFormattable value)
    {
        string text;
        try
        {
            text = value.ToString(null, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return TextView.Quiet($"<{e.GetType().Name}>");
        }
        return new TextView(text, IsNumber(value) ? Tone.Number : text.Contains('\n') ? Tone.Lines : Tone.Words);
    }

    private static bool IsNumber(object value) =>
        value is int or double or long or float or decimal or byte or short or uint or ulong or ushort or sbyte or nint or nuint
            or Half or Int128 or UInt128 or BigInteger or Complex;

    private static MarkupView Markup(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return new MarkupView(writer.ToString(), writer.ToString());
    }

    // Lambdas have names only a compiler likes.
    private static string Signature(Delegate function)
    {
        var type = TypeNames.Short(function.GetType());
        return function.Method.Name.Contains('<') ? type : $"{type} {function.Method.Name}";
    }

    private static string? Documentation(Type type)
    {
        var documented = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (!TypeNames.IsFramework(type) || documented is { FullName: null } or { HasElementType: true }) return null;
        return "https://learn.microsoft.com/dotnet/api/" + documented.FullName!.ToLowerInvariant().Replace('+', '.').Replace('`', '-');
    }
}
