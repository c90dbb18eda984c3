namespace Kiln.Kernel;

/// <summary>The version of this program.</summary>
internal static class KilnVersion
{
    public static string Text { get; } = typeof(KilnVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
