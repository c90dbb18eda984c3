using System.Globalization;
using System.Reflection;

namespace Kiln.Search;

/// <summary>A pruner with its settings in one text, by which studies are told apart: <c>asha(grace=1,reduction=3,steps=27)</c>.</summary>
internal static class PrunerText
{
    public static string Of(IPruner pruner, int? maxSteps = null)
    {
        var settings = pruner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => $"{property.Name.ToLowerInvariant()}={Text(property.GetValue(pruner))}");
        var steps = maxSteps is { } most ? [$"steps={most}"] : Array.Empty<string>();
        return $"{pruner.Name}({string.Join(',', settings.Concat(steps))})";
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        IPruner inner => Of(inner),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
