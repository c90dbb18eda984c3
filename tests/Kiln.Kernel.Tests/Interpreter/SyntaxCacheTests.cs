using System.Runtime.CompilerServices;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class SyntaxCacheTests
{
    [Fact]
    public void A_large_literal_does_not_stay_in_memory_when_its_cell_is_gone()
    {
        var code = $"var picture = \"{new string('p', 2_000_000)}\";";
        var literal = ParseAndForget(code);
        SyntaxCache.Forget(code);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(literal.IsAlive, "Roslyn has other tables than SyntaxCache knows: each large cell stays in memory.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ParseAndForget(string code)
    {
        var token = CellSyntax.Parse(code).GetRoot().DescendantTokens().Single(token => token.Value is string { Length: > 1000 });
        return new WeakReference(token.Value);
    }
}
