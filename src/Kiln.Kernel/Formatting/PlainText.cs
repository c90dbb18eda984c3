namespace Kiln.Kernel;

/// <summary>Values as text, as one would write them down: 42, [ 1, 2 ], { A = 1 }.</summary>
internal static class PlainText
{
    /// <summary>The text of a value, also of null.</summary>
    public static string Of(object? value)
    {
        if (value is not null && !DefaultFormatters.IsRegistryInUse && Scalars.View(value) is TextView scalar) return PlainView.Of(scalar);
        DefaultFormatters.Install();
        return PlainView.Of(new ViewBuilder(TimeProvider.System).Of(value));
    }
}
