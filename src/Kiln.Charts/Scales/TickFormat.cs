using System.Globalization;

namespace Kiln.Charts.Scales;

/// <summary>How the ticks of one linear axis are written: all with the same unit and the same number of decimals.</summary>
internal readonly struct TickFormat
{
    private readonly double _unit;
    private readonly string _suffix;
    private readonly string _format;

    public TickFormat(double min, double max, double step)
    {
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        (_unit, _suffix) = size switch
        {
            >= 1e12 => (1, ""),
            >= 1e9 => (1e9, "G"),
            >= 1e6 => (1e6, "M"),
            >= 1e4 => (1e3, "k"),
            _ => (1, ""),
        };
        var decimals = Decimals(step / _unit);
        // 12,345 to 12,346 in steps of .2: the suffix would only cost digits.
        if (_suffix != "" && decimals > 2) (_unit, _suffix, decimals) = (1, "", Decimals(step));
        _format = size >= 1e12 || decimals > 5 ? Exponent(size, step) : "F" + decimals.ToString(CultureInfo.InvariantCulture);
    }

    public string Write(double value) =>
        // The tick at zero of a range around it is rarely exactly zero.
        Math.Abs(value) < 1e-300 ? "0" : ((value / _unit).ToString(_format, CultureInfo.InvariantCulture) + _suffix).Replace("-0.0e0", "0");

    private static int Decimals(double step) => Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));

    private static string Exponent(double size, double step)
    {
        var digits = (int)Math.Clamp(Math.Floor(Math.Log10(size)) - Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
        return digits == 0 ? "0e0" : "0." + new string('#', digits) + "e0";
    }
}
