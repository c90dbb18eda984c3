using System.Text;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks.Tests.Live;

public class LiveRunViewTests
{
    private readonly RecordingHost _host = new();
    private readonly HandClock _clock = new();
    private readonly Trained _run = new();
    private readonly LiveRunView _view;

    public LiveRunViewTests() => _view = new LiveRunView(_host, _clock);

    private int UpdatesOf(int display) => _host.Updates.Count(update => update.Id == _host.Displays[display].Id);

    [Fact]
    public void The_first_call_makes_two_displays_and_later_ones_only_update_them()
    {
        _view.Show(_run.Progress);
        _run.Start(Summaries.Linear);
        for (var step = 0; step < 100; step++)
        {
            _run.Batch(step, 2.3);
            _clock.Advance(0.5);
            _view.Show(_run.Progress);
        }
        Assert.Equal(2, _host.Displays.Count);
        Assert.True(_host.Updates.Count > 10);
    }

    [Fact]
    public void The_status_is_redrawn_at_most_four_times_and_the_chart_once_a_second()
    {
        _run.Start(Summaries.Linear);
        _view.Show(_run.Progress);
        for (var step = 0; step < 250; step++)
        {
            _clock.Advance(0.04);
            _run.Batch(step, 2.3 - step * 0.001);
            _view.Show(_run.Progress);
        }
        Assert.InRange(UpdatesOf(0), 30, 40);
        Assert.InRange(UpdatesOf(1), 8, 10);
    }

    [Fact]
    public void Nothing_is_sent_while_nothing_changes()
    {
        _run.Start(Summaries.Linear);
        _view.Show(_run.Progress);
        _clock.Advance(10);
        _view.Show(_run.Progress);
        Assert.Empty(_host.Updates);
    }

    [Fact]
    public void While_it_lives_the_png_is_a_placeholder_and_there_is_no_script()
    {
        _run.Start(Summaries.Linear);
        _view.Show(_run.Progress);
        _run.Batch(0, 2.3);
        _clock.Advance(2);
        _view.Show(_run.Progress);
        var chart = _host.Stored.Last();
        Assert.True(chart.Data[MimeBundle.Png].Length < 200);
        Assert.DoesNotContain("<script", chart.Data[MimeBundle.Html]);
        Assert.Contains("<progress", _host.Html);
    }

    [Fact]
    public void The_axis_spans_the_whole_plan_from_the_first_drawing()
    {
        _run.Start(Summaries.Linear);
        _run.Batch(0, 2.3);
        var first = RunChart.Of(RunPicture.Of(_run.Progress));
        _run.Epoch(1, 2, 2, best: true);
        var later = RunChart.Of(RunPicture.Of(_run.Progress));
        Assert.Equal((0.0, 5.0), (first.X.Min, first.X.Max));
        Assert.Equal(first.X, later.X);
        Assert.Equal(first.PictureSize, later.PictureSize);
    }

    [Fact]
    public void The_end_is_static_with_the_verdict_and_the_run_id()
    {
        _view.Show(_run.Progress);
        _run.All(Summaries.Linear);
        _view.Finish(_run.Progress);
        var text = _host.Text;
        Assert.DoesNotContain("<progress", _host.Html);
        Assert.Contains("Best epoch 5 of 5 (validation accuracy 0.8905) · test accuracy 0.9312 · 5.0 s · 6,400 examples/s", text);
        Assert.Contains("#!runs show r1a2b3c4", text);
        Assert.Contains("best +", text);
    }

    [Fact]
    public void The_final_png_is_a_real_picture()
    {
        _view.Show(_run.Progress);
        _run.All(Summaries.Linear);
        _view.Finish(_run.Progress);
        var png = Convert.FromBase64String(_host.Stored.Last().Data[MimeBundle.Png]);
        Assert.Equal("PNG", Encoding.ASCII.GetString(png, 1, 3));
        Assert.True(png.Length > 2000);
    }

    [Fact]
    public void An_interrupted_run_says_how_far_it_came()
    {
        _run.Start(Summaries.Linear);
        _run.Epoch(1, 2, 2, best: true);
        _run.End(TrainingOutcome.Stopped, RunStatus.Stopped, "stopped by the user");
        _view.Finish(_run.Progress);
        Assert.Contains("Stopped after 1 epoch of 5: stopped by the user", _host.Text);
    }

    [Fact]
    public void A_run_that_failed_before_its_first_batch_shows_no_empty_chart()
    {
        _view.Show(_run.Progress);
        _run.End(TrainingOutcome.Failed, RunStatus.Failed, "the model threw");
        _view.Finish(_run.Progress);
        Assert.Equal("", _host.Stored.Last().Data[MimeBundle.Html]);
        Assert.Contains("Failed after 0 epochs of 5: the model threw", _host.Text);
    }

    [Fact]
    public void A_training_of_10_000_epochs_stores_at_most_200_KB()
    {
        const int epochs = 10_000;
        var run = new Trained(epochs);
        run.Start(Summaries.Linear);
        var noise = new Random(1);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            // Curves that nothing compresses: every point differs, and now and then one is the best.
            var loss = 2 * Math.Exp(-epoch / 3000.0) + 0.1 * noise.NextDouble();
            run.Batch((epoch - 1L) * Trained.BatchesPerEpoch, loss);
            run.Epoch(epoch, loss, loss + 0.1 * noise.NextDouble(), best: epoch % 97 == 0);
        }
        run.End(TrainingOutcome.Finished, RunStatus.Finished);
        _view.Finish(run.Progress);
        var stored = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(_host.Stored.Select(bundle => bundle.Data)).Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{stored / 1024} KB");
        Assert.InRange(stored, 1, 200 * 1024);
    }

    [Fact]
    public void Hints_follow_the_verdict()
    {
        _run.All(Summaries.Linear);
        _run.Progress.Hints = ["Overfitting since epoch 2: fewer epochs help."];
        _view.Finish(_run.Progress);
        Assert.Matches(@"Best epoch 5 .*\nHint: Overfitting since epoch 2: fewer epochs help\.\nrun ", _host.Text);
    }

    [Fact]
    public void One_bad_epoch_at_the_end_is_not_called_overfitting()
    {
        _run.Start(Summaries.Linear);
        double[] validation = [0.9, 0.8, 0.7, 0.6, 0.95];
        for (var i = 0; i < 5; i++) _run.Epoch(i + 1, 0.8 - i * 0.15, validation[i], best: i < 4);
        _run.End(TrainingOutcome.Finished, RunStatus.Finished);
        _view.Finish(_run.Progress);
        Assert.DoesNotContain("Overfitting", _host.Text);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1000)]
    public void A_cell_stores_at_most_200_kilobytes_however_long_it_ran(int epochs)
    {
        var run = new Trained(epochs);
        var view = new LiveRunView(_host, _clock);
        view.Show(run.Progress);
        run.All(Summaries.Linear);
        view.Finish(run.Progress);
        var bytes = _host.Stored.Sum(bundle => bundle.Data.Values.Sum(Encoding.UTF8.GetByteCount));
        Assert.InRange(bytes, 10_000, 200_000);
    }

    [Fact]
    public void A_long_run_shows_its_first_best_and_last_epochs()
    {
        _run.Start(Summaries.Linear);
        for (var epoch = 1; epoch <= 200; epoch++) _run.Epoch(epoch, 1.0 / epoch, 0.5, best: epoch == 77);
        var table = EpochTable.Of(_run.Progress.Epochs);
        Assert.Equal(3 + 1 + 1 + 1 + 12, table.Count);
        Assert.Contains("77", table.ToText());
    }

    [Fact]
    public void One_epoch_alone_is_not_left_out()
    {
        _run.Start(Summaries.Linear);
        for (var epoch = 1; epoch <= 16; epoch++) _run.Epoch(epoch, 1.0 / epoch, 0.5, best: epoch == 16);
        Assert.DoesNotContain("…", EpochTable.Of(_run.Progress.Epochs).ToText());
    }

    [Fact]
    public void Hostile_names_are_encoded()
    {
        var run = new Trained(model: "<script>alert(1)</script>", data: "a\"onerror=\"x");
        var view = new LiveRunView(_host, _clock);
        view.Show(run.Progress);
        run.All(Summaries.Linear);
        run.Progress.AddNote("<img src=x onerror=alert(2)>");
        view.Finish(run.Progress);
        Assert.DoesNotContain("<script>alert", _host.Html);
        Assert.DoesNotContain("<img src=x", _host.Html);
        Assert.DoesNotContain("\"onerror=", _host.Html.Replace("\\\"", ""));
    }
}
