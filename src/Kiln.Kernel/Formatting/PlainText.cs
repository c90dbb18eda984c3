using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;

namespace Kiln.Kernel;

/// <summary>Values as text, as one would write them down: 42, [ 1, 2 ], { A: 1 }.</summary>
internal static class PlainText
{
    public const string Null = "<null>";
    private const int MostItems = 20;
    private const int Deepest = 3;

    /// <summary>Whether text says all there is to say.</summary>
    public static bool IsScalar(object value) => value is string or IConvertible or IFormattable or Type or Uri or Version;

    public static string Of(object? value) => value is string text ? text : Of(value, 0);

    private static string Of(object? value, int depth) => value switch
    {
        null => Null,
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ssK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IConvertible scalar => scalar.ToString(CultureInfo.InvariantCulture),
        Type type => TypeName(type),
        Exception exception => exception.ToString(),
        IHtmlContent html => Markup(html),
        _ when depth > Deepest => "…",
        IDictionary dictionary => Braces(Entries(dictionary).Select(entry => $"{Of(entry.Key, depth + 1)}: {Of(entry.Value, depth + 1)}")),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)))})",
        _ when OverridesToString(value) => value.ToString() ?? "",
        IEnumerable items => $"[ {Listed(items.Cast<object?>().Select(item => Of(item, depth + 1)))} ]",
        _ => $"{TypeName(value.GetType())} {Braces(Members(value).Select(member => $"{member.Name}: {Of(member.Value, depth + 1)}"))}",
    };

    // Enumerating through the interface's own enumerator: a generic dictionary's other one yields pairs.
    private static IEnumerable<DictionaryEntry> Entries(IDictionary dictionary)
    {
        var entries = dictionary.GetEnumerator();
        while (entries.MoveNext()) yield return entries.Entry;
    }

    private static bool OverridesToString(object value) =>
        value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType);

    private static string Braces(IEnumerable<string> entries) => $"{{ {Listed(entries)} }}";

    private static string Listed(IEnumerable<string> entries)
    {
        var first = entries.Take(MostItems + 1).ToList();
        return string.Join(", ", first.Count > MostItems ? first.Take(MostItems).Append("…") : first);
    }

    private static IEnumerable<(string Name, object? Value)> Members(object value)
    {
        const BindingFlags visible = BindingFlags.Instance | BindingFlags.Public;
        foreach (var property in value.GetType().GetProperties(visible))
            if (property.GetIndexParameters().Length == 0) yield return (property.Name, Get(() => property.GetValue(value)));
        foreach (var field in value.GetType().GetFields(visible)) yield return (field.Name, Get(() => field.GetValue(value)));
    }

    // A property that throws must not take the other ones with it.
    private static object? Get(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
        {
            return $"<{(e.InnerException ?? e).GetType().Name}>";
        }
    }

    private static string Markup(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    private static string TypeName(Type type)
    {
        if (!type.IsGenericType) return type.FullName?.Split('+')[^1] ?? type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
    }
}
