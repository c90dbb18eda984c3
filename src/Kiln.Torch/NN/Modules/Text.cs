using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>Writes constructor arguments the way Python prints them in a module listing.</summary>
internal static class Text
{
    public static string Of(bool value) => value ? "True" : "False";

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value)
    {
        if (value != 0 && Math.Abs(value) < 1e-4) return value.ToString("0.################e-00", CultureInfo.InvariantCulture);
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".Ee") ? text : text + ".0";
    }

    public static string Of(ReadOnlySpan<long> sizes)
    {
        string inner = string.Join(", ", sizes.ToArray());
        return sizes.Length == 1 ? $"({inner},)" : $"({inner})";
    }
}
