namespace Notebooks.Tests;

/// <summary>Figures that a test measured, for whoever runs it with <c>-showLiveOutput</c>.</summary>
internal static class Figures
{
    /// <summary>Writes one line.</summary>
    /// <param name="line">What was measured, with its unit.</param>
    public static void Tell(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));
}
