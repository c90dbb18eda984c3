namespace Notebooks.Tests;

/// <summary>Live training as a person sees it: Jupyter Notebook 6 in a real browser.</summary>
public sealed class LiveNotebookTests(LiveNotebook live) : IClassFixture<LiveNotebook>
{
    private const string Data = "#!data digits";

    // Small steps of one example each: seconds of training on a model that is quick to build.
    private const string Model = """
        #!model net
        Flatten(), Linear(32), ReLU(), Linear(classes)
        """;

    private const string Pictured = """
        #!model net
        Conv2d(16, 3, padding: 1), ReLU(), MaxPool2d(2),
        Flatten(), Linear(64), ReLU(), Dropout(0.25), Linear(classes)
        """;

    private const int TrainCell = 2;
    private const int LastCell = 3;

    [Fact]
    public async Task A_loss_chart_changes_while_the_cell_trains_and_is_there_after_save_and_reload()
    {
        var notebook = await live.OpenAsync("live", Data, Pictured, "#!train net --epochs 15 --batch 2", "1 + 1");
        var watch = new ChartWatch(notebook, TrainCell);
        await watch.StartAsync();
        await notebook.RunAllAsync();
        await watch.WaitForAsync(3);
        await notebook.WaitForProgressAsync(TrainCell, 0.45);
        await notebook.PictureAsync(TrainCell, "training");
        await notebook.WaitForEndAsync(LastCell);

        Figures.Tell($"{await watch.CountAsync()} different loss charts seen while the cell trained");
        Assert.InRange(await watch.CountAsync(), 3, int.MaxValue);
        Assert.Contains("2", await notebook.TextAsync(LastCell));
        await notebook.PictureAsync(TrainCell, "trained");
        await notebook.SaveAsync();
        await notebook.ReloadAsync();

        Assert.InRange(await notebook.VisibleChartsAsync(TrainCell), 1, int.MaxValue);
        Assert.InRange(await notebook.VisibleChartsAsync(0), 1, int.MaxValue);
        await notebook.PictureAsync(0, "data");
        await notebook.PictureAsync(TrainCell, "reloaded");
        await notebook.DarkPictureAsync(TrainCell, "reloaded-dark");
        Assert.Contains(live.OnDisk("live").CodeCells[TrainCell].Outputs, output => output.IsChart);
    }

    [Fact]
    public async Task A_finished_chart_becomes_interactive_where_plotly_is_served_and_leaves_one_picture_of_it()
    {
        Assert.SkipUnless(File.Exists(Repository.Plotly), "plotly.js was not fetched: install npm and run ./test.sh.");
        var notebook = await live.OpenAsync("interactive", Data, Model, "#!train net --epochs 3", "1 + 1");
        await notebook.RunAllAsync();
        await notebook.WaitForEndAsync(LastCell);
        await notebook.WaitForFigureAsync(TrainCell);

        Assert.Equal(1, await notebook.VisibleChartsAsync(TrainCell));
        await notebook.PictureAsync(TrainCell, "interactive");
        await notebook.DarkPictureAsync(TrainCell, "interactive-dark");
    }

    [Fact]
    public async Task The_stop_button_ends_a_training_and_its_history_is_kept()
    {
        var notebook = await live.OpenAsync("stopped", Data, Model, "#!train net --epochs 5000 --batch 1 --name stopped", "#!runs show stopped");
        var watch = new ChartWatch(notebook, TrainCell);
        await watch.StartAsync();
        await notebook.RunAsync(0);
        await notebook.RunAsync(1);
        await notebook.RunAsync(TrainCell);
        await watch.WaitForAsync(3);

        await notebook.InterruptAsync();
        await notebook.WaitForEndAsync(TrainCell);
        await notebook.RunAsync(LastCell);
        await notebook.WaitForEndAsync(LastCell);

        Assert.Contains("stopped", await notebook.TextAsync(LastCell));
        Assert.InRange(await notebook.VisibleChartsAsync(LastCell), 1, int.MaxValue);
        await notebook.PictureAsync(TrainCell, "stopped");
        await notebook.PictureAsync(LastCell, "stopped-shown");
    }

    [Fact]
    public async Task A_training_whose_page_was_closed_goes_on_and_runs_show_redraws_the_whole_curve()
    {
        const int epochs = 20;
        var notebook = await live.OpenAsync("closed", Data, Model, $"#!train net --epochs {epochs} --batch 1 --name closed", "#!runs show closed");
        var watch = new ChartWatch(notebook, TrainCell);
        await watch.StartAsync();
        await notebook.RunAllAsync();
        await watch.WaitForAsync(2);
        await notebook.Page.CloseAsync();

        notebook = await live.ReopenAsync("closed");
        await notebook.RunAsync(LastCell);
        await notebook.WaitForEndAsync(LastCell);

        Assert.InRange(await notebook.VisibleChartsAsync(LastCell), 1, int.MaxValue);
        await notebook.PictureAsync(LastCell, "closed-shown");
        await notebook.SaveAsync();
        var chart = Assert.Single(live.OnDisk("closed").CodeCells[LastCell].Outputs, output => output.IsChart);
        Assert.Equal(Enumerable.Range(1, epochs).Select(epoch => (double)epoch), FigureReader.Line(chart, "validation").X);
    }
}
