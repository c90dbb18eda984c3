using System.Runtime.CompilerServices;

namespace Kiln.Search;

/// <summary>Checks of what samplers and pruners may be set to.</summary>
internal static class Settings
{
    public static int AtLeast(int value, int least, [CallerMemberName] string name = "") => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name}: expected {least} or more, got {value}.");

    public static double Within(double value, double least, double most, [CallerMemberName] string name = "") => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name}: expected a number from {least} to {most}, got {value}.");
}
