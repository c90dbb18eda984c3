namespace Kiln.Tests;

/// <summary>A clock on which a minute between two looks passes in 60 milliseconds.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Haste = 1000;

    public override long GetTimestamp() => System.GetTimestamp() * Haste;
}
