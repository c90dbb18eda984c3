using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The training lab: load data, train, search, compare. Every magic is one call of it.</summary>
/// <example><c>var run = await Lab.Train("lenet", "fashion-mnist", new() { Epochs = 5 });</c></example>
public static partial class Lab
{
    private static LabWorkspace Workspace => LabWorkspace.Current;

    /// <summary>The run store of this session: list, find, show.</summary>
    public static RunStore Runs => Workspace.Store;

    /// <summary>Loads a built-in data set and makes it the one that later commands use.</summary>
    /// <param name="name">A built-in name, such as <c>digits</c> or <c>fashion-mnist</c>, or a generator: <c>moons(n=500, noise=0.2)</c>.</param>
    /// <param name="options">Split, seed, limit, augmentation; defaults as documented there.</param>
    /// <param name="alias">The name it is used by; default: its own.</param>
    /// <exception cref="DataException">It cannot be loaded; the message says what to do.</exception>
    public static DataSet Data(string name, DataOptions? options = null, string? alias = null) => Data(DataSource.BuiltIn(name), options, alias);

    /// <summary>Loads data of files or of the session and makes it the one that later commands use.</summary>
    /// <param name="source">For example <c>DataSource.Csv("houses.csv", target: "price")</c> or <c>DataSource.From(rows, target: "price")</c>.</param>
    /// <param name="options">Split, seed, limit, augmentation; defaults as documented there.</param>
    /// <param name="alias">The name it is used by; default: the source's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DataException">It cannot be loaded; the message names file, row and column, and says what to do.</exception>
    public static DataSet Data(DataSource source, DataOptions? options = null, string? alias = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var data = DataSets.Load(source, options, cancellationToken);
        Workspace.Data.Set(alias ?? source.Name, data);
        return data;
    }

    /// <summary>Trains a model that was defined with <c>#!model</c> or <see cref="Model"/>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Epochs, batch, learning rate and so on; defaults as documented there.</param>
    /// <param name="settings">Name, tags, hyperparameters, resume; defaults as documented there.</param>
    /// <param name="cancellationToken">Stops the run after the batch in flight; the run is then returned as stopped.</param>
    /// <returns>The run: recorded, with its module and metrics.</returns>
    /// <exception cref="LabException">
    /// Unknown names, a model that does not fit the data or a first batch that fails, of which nothing is recorded; or a run that failed, which is recorded.
    /// </exception>
    public static Task<Run> Train(
        string model, string? data = null, TrainOptions? options = null, RunSettings? settings = null, CancellationToken cancellationToken = default) =>
        Train(Workspace.Models.Get(model), Workspace.FindData(data), options, settings, cancellationToken);

    /// <inheritdoc cref="Train(string, string?, TrainOptions?, RunSettings?, CancellationToken)"/>
    public static async Task<Run> Train(
        ModelDefinition model, DataSet data, TrainOptions? options = null, RunSettings? settings = null, CancellationToken cancellationToken = default)
    {
        var asked = settings ?? new RunSettings();
        // While another run trains there is no turn for a rehearsal: this one waits in its own display, and tries its first batch when its turn comes.
        var rehearsal = Workspace.Live.IsTraining && !asked.FindRate
            ? new RunRehearsal(options ?? TrainOptions.For(data), [], IsDone: false)
            : await RunRehearsal.Of(JobOf(model, data, options ?? TrainOptions.For(data), asked), asked, cancellationToken);
        var prepared = PreparedRun.Prepare(Workspace, model, data, rehearsal.Options, asked, rehearsal);
        var (run, result) = await new RunExecution(Workspace).Execute(prepared, Workspace.Display.ShowRun(), cancellationToken);
        if (result.Outcome is TrainingOutcome.Failed or TrainingOutcome.Diverged)
            throw new LabException($"Run {run.Id} failed. {result.Reason}", result.Exception);
        return run;
    }

    /// <summary>Starts a training and returns at once; its display goes on changing while other cells run.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Epochs, batch, learning rate and so on; defaults as documented there.</param>
    /// <param name="settings">Name, tags, hyperparameters, resume; defaults as documented there.</param>
    /// <returns>The run: await its <see cref="LiveRun.Completion"/>, or stop it.</returns>
    /// <exception cref="LabException">Unknown names or wrong options; nothing was started.</exception>
    /// <remarks>
    /// Trainings of one process take turns: a second one waits for the first. A failure is shown in the run's own display. The end of the
    /// process leaves the run as it was after its last epoch, and <see cref="RunSettings.Resume"/> continues it. Torch's random numbers are
    /// one stream for the whole process: a cell that draws some while a model with dropout trains changes the last bits of that run.
    /// </remarks>
    public static LiveRun TrainInBackground(string model, string? data = null, TrainOptions? options = null, RunSettings? settings = null)
    {
        if (settings?.FindRate == true)
            throw new LabException("A training in the background does not look for its rate. Find it first with #!lr-find, then give it.");
        var (definition, found) = (Workspace.Models.Get(model), Workspace.FindData(data));
        var prepared = PreparedRun.Prepare(Workspace, definition, found, options ?? TrainOptions.For(found), settings ?? new RunSettings());
        return new RunExecution(Workspace).Start(prepared, Workspace.Display.ShowRun());
    }

    /// <summary>The runs of this session that have not ended, oldest first.</summary>
    public static IReadOnlyList<LiveRun> Running => Workspace.Live.All;

    /// <summary>Follows a run live, one of this session or of another process that records into the same store.</summary>
    /// <param name="run">Id, name or first letters of the id.</param>
    /// <param name="cancellationToken">Ends the following, not the run.</param>
    /// <returns>The run as it stands when the following ends.</returns>
    public static Task<Run> Attach(string run, CancellationToken cancellationToken = default) =>
        new RunFollower(Workspace).Follow(Runs.Get(run), Workspace.Display.ShowRun(), cancellationToken);

    /// <summary>Stops a run after the batch in flight, one of this session or of another process; <c>--resume</c> continues it.</summary>
    /// <param name="run">Id, name or first letters of the id.</param>
    /// <returns>The run that was asked to stop.</returns>
    /// <exception cref="LabException">The run is not running.</exception>
    public static RunRecord Stop(string run)
    {
        var record = Runs.Get(run);
        if (Workspace.Live.Find(record.Id) is { } here) here.Stop();
        else if (record.Status == RunStatus.Running) StopFile.Write(Runs, record.Id);
        else throw new LabException($"Run {record.Id} is not running: it is {record.Status.ToString().ToLowerInvariant()}. #!runs list --status running shows those that are.");
        return record;
    }

    /// <summary>Trains the same model with several seeds, as one group.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="seeds">How many runs; the first has the seed of <paramref name="options"/>.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Training options, shared by all runs but for the seed.</param>
    /// <param name="settings">Name, tags and hyperparameters, shared by all runs.</param>
    /// <param name="cancellationToken">Stops after the batch in flight; the runs so far are returned.</param>
    public static async Task<IReadOnlyList<Run>> TrainSeeds(
        string model, int seeds, string? data = null, TrainOptions? options = null, RunSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        var first = options ?? TrainOptions.For(Workspace.FindData(data));
        var shared = (settings ?? new RunSettings()) with { Group = Workspace.Store.NewId() };
        // One rate for the whole group: its runs are to differ in their seed alone.
        if (shared.FindRate)
        {
            var rehearsal = await RunRehearsal.Of(JobOf(model, data, first, shared), shared, cancellationToken);
            (first, shared) = (rehearsal.Options, shared with { FindRate = false });
        }
        var runs = new List<Run>();
        for (var i = 0; i < seeds && runs.All(run => run.Record.Status == RunStatus.Finished); i++)
            runs.Add(await Train(model, data, first with { Seed = first.Seed + i }, shared, cancellationToken));
        return runs;
    }

    /// <summary>Writes the model of a recorded run for other programs.</summary>
    /// <param name="run">Id, name or first letters of the id.</param>
    /// <param name="path">The file; its ending tells the format.</param>
    /// <param name="options">Format and inputs; defaults as documented there.</param>
    /// <returns>Size, hash, and the lines of Python that load it.</returns>
    /// <exception cref="LabException">The weights are gone, a layer cannot be written, or the file cannot be.</exception>
    public static ExportedModel Export(string run, string path, ExportOptions? options = null) =>
        new ModelExport(Workspace, Runs.Get(run), null).Write(path, options ?? new ExportOptions());

    /// <summary>Compares two models, pair by pair, and says in words what the differences allow one to say.</summary>
    /// <param name="a">The first model's name; or id, name or tag of a run, for all runs that differ from it in the seed alone.</param>
    /// <param name="b">The second model's name, or a run.</param>
    /// <param name="options">Seeds, metric, pairing, margins; defaults as documented there.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="cancellationToken">Stops after the batch in flight; finished runs are kept.</param>
    /// <exception cref="LabException">A model or data set is unknown, or there are too few runs; says how to get them.</exception>
    public static Task<Comparison> Compare(
        string a, string b, CompareOptions? options = null, string? data = null, CancellationToken cancellationToken = default) =>
        Compare([a, b], options, data, cancellationToken);

    /// <summary>Compares several models, every two of them (or each with a baseline) with Holm's correction.</summary>
    /// <param name="models">Names of at least two models, or runs as in the comparison of two.</param>
    /// <param name="options">Seeds, metric, pairing, margins; defaults as documented there.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="cancellationToken">Stops after the batch in flight; finished runs are kept.</param>
    /// <exception cref="LabException">A model or data set is unknown, or there are too few runs; says how to get them.</exception>
    public static Task<Comparison> Compare(
        IReadOnlyList<string> models, CompareOptions? options = null, string? data = null, CancellationToken cancellationToken = default) =>
        new ComparisonExecution(Workspace, options ?? new CompareOptions()).Execute(models, data, cancellationToken);

    /// <summary>Compares models over several data sets, by ranks and interquartile means.</summary>
    /// <param name="models">Names of at least two models.</param>
    /// <param name="data">Names of at least two data sets; 6 are the fewest that can tell two models apart.</param>
    /// <param name="options">Seeds on each data set, metric, alpha; defaults as documented there.</param>
    /// <param name="cancellationToken">Stops after the batch in flight; finished runs are kept.</param>
    /// <exception cref="LabException">A model or data set is unknown, or there are too few runs; says how to get them.</exception>
    public static Task<DataSetsComparison> CompareOverData(
        IReadOnlyList<string> models, IReadOnlyList<string> data, CompareOptions? options = null, CancellationToken cancellationToken = default) =>
        new ComparisonExecution(Workspace, options ?? new CompareOptions()).ExecuteOverData(models, data, cancellationToken);

    /// <summary>How models or runs are made differently: settings and code. Nothing is trained or judged.</summary>
    /// <param name="models">Names of at least two models, or runs as in <see cref="Compare(string, string, CompareOptions?, string?, CancellationToken)"/>.</param>
    /// <param name="options">Training options, which decide whose runs count; defaults as documented there.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <exception cref="LabException">A model or data set is unknown.</exception>
    public static ArmDifferences Differences(IReadOnlyList<string> models, CompareOptions? options = null, string? data = null) =>
        new ComparisonExecution(Workspace, options ?? new CompareOptions()).Differences(models, data);
}
