namespace Kiln.Torch.Tests;

/// <summary>Proofs that take too long for every run.</summary>
internal static class SlowTests
{
    /// <summary>Skips the test unless <c>./test.sh --all</c> asked for it.</summary>
    public static void SkipUnlessAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
}
