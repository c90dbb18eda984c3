using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

public sealed class RunViewsTests
{
    private readonly RunProgress _progress = new(new RunRecord { Id = "r1a2b3c4", Name = "net" }, new TrainOptions());

    [Fact]
    public void A_view_that_comes_after_the_end_is_drawn_at_once()
    {
        var (first, late) = (new CountingView(), new CountingView());
        var views = new RunViews(first);
        views.Show(_progress);
        views.Finish(_progress);
        views.Add(late);
        Assert.Equal((1, 1), (first.Shown, first.Finished));
        Assert.Equal((0, 1), (late.Shown, late.Finished));
    }

    [Fact]
    public void A_view_that_has_left_is_drawn_no_more()
    {
        var (first, second) = (new CountingView(), new CountingView());
        var views = new RunViews(first);
        views.Add(second);
        views.Remove(second);
        views.Finish(_progress);
        Assert.Equal((1, 0), (first.Finished, second.Finished));
    }

    private sealed class CountingView : IRunView
    {
        public int Shown { get; private set; }

        public int Finished { get; private set; }

        public void Show(RunProgress progress) => Shown++;

        public void Finish(RunProgress progress) => Finished++;
    }
}
