namespace Kiln.Interactive.Tests;

/// <summary>Proofs that take long and are run on request.</summary>
internal static class SlowTests
{
    public static bool AreAsked => Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1";

    public static void SkipUnlessAsked() => Assert.SkipUnless(AreAsked, "slow: run ./test.sh --all");
}
