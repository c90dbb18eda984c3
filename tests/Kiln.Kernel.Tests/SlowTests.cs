namespace Kiln.Kernel.Tests;

/// <summary>Proofs that take long and are run on request.</summary>
internal static class SlowTests
{
    public static void SkipUnlessAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
}
