namespace Kiln.Kernel;

/// <summary>Names of displays; unique among all sessions whose outputs may lie in one notebook.</summary>
internal static class DisplayIds
{
    public static string New() => Guid.NewGuid().ToString("N");
}
