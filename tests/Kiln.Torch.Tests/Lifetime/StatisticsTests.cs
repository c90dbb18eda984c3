using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

public class StatisticsTests
{
    public StatisticsTests() => DisposeScopeManager.Statistics.Reset();

    [Fact]
    public void Tensors_in_a_scope_are_counted()
    {
        using (NewDisposeScope())
        {
            zeros(1);
            zeros(1).Dispose();
            Expect(live: 1, createdIn: 2, disposedIn: 1);
        }
        Expect(live: 0, createdIn: 2, disposedIn: 2);
    }

    [Fact]
    public void A_second_disposal_is_not_counted()
    {
        using var scope = NewDisposeScope();
        var tensor = zeros(1);
        tensor.Dispose();
        tensor.Dispose();

        Expect(live: 0, createdIn: 1, disposedIn: 1);
    }

    [Fact]
    public void Tensors_outside_of_scopes_are_counted()
    {
        var tensor = zeros(1);
        Expect(live: 1, createdOutside: 1);
        tensor.Dispose();

        Expect(live: 0, createdOutside: 1, disposedOutside: 1);
    }

    [Fact]
    public void Attaching_and_detaching_are_counted()
    {
        var tensor = zeros(1);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(tensor);
            scope.Attach(tensor);
            Expect(live: 1, createdOutside: 1, attached: 1);
            scope.Detach(tensor);
            Expect(live: 1, createdOutside: 1, attached: 1, detached: 1);
        }
        tensor.Dispose();
        Expect(live: 0, createdOutside: 1, attached: 1, detached: 1, disposedOutside: 1);
    }

    [Fact]
    public void Moving_between_scopes_and_keeping_are_not_counted()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var tensor = zeros(1);
        inner.DisposeEverythingBut(tensor);
        tensor.MoveToOuterDisposeScope();

        Expect(live: 1, createdIn: 1);
    }

    [Fact]
    public void Every_thread_counts_for_itself()
    {
        using var scope = NewDisposeScope();
        ThreadTests.OnOtherThread(() =>
        {
            zeros(1).Dispose();
            return true;
        });

        Expect(live: 0);
        Assert.IsType<DisposeScopeManager>(new DisposeScopeManager());
        Assert.Equal(0, new ThreadDisposeScopeStatistics().ThreadTotalLiveCount);
    }

    [Fact]
    public void The_counts_are_written_in_one_line()
    {
        using var scope = NewDisposeScope();
        zeros(1);

        const string Line = "ThreadTotalLiveCount: 1; CreatedOutsideScopeCount: 0; DisposedOutsideScopeCount: 0; CreatedInScopeCount: 1; DisposedInScopeCount: 0; AttachedToScopeCount: 0; DetachedFromScopeCount: 0";
        Assert.Equal(Line, DisposeScopeManager.Statistics.ToString());
        Assert.Equal(Line, DisposeScopeManager.Statistics.TensorStatistics.ToString());
        Assert.Equal(0, DisposeScopeManager.Statistics.PackedSequenceStatistics.ThreadTotalLiveCount);
    }

    private static void Expect(long live, long createdOutside = 0, long disposedOutside = 0, long createdIn = 0, long disposedIn = 0, long attached = 0, long detached = 0)
    {
        var counts = DisposeScopeManager.Statistics;
        Assert.Equal(
            (live, createdOutside, disposedOutside, createdIn, disposedIn, attached, detached),
            (counts.ThreadTotalLiveCount, counts.CreatedOutsideScopeCount, counts.DisposedOutsideScopeCount, counts.CreatedInScopeCount,
                counts.DisposedInScopeCount, counts.AttachedToScopeCount, counts.DetachedFromScopeCount));
    }
}
