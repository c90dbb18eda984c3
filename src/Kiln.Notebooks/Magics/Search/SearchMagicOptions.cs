using Kiln.Search;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!search</c>.</summary>
internal sealed record SearchMagicOptions : TrainingKnobs
{
    private static readonly SearchOptions Defaults = new();

    [SearchWord]
    public string Method { get; init; } = "";

    [Argument("NAME", "a model defined with #!model; of status, stop, resume, best and export a study", Names = NameKind.ModelOrStudy)]
    public string Name { get; init; } = "";

    [Argument("FILE", "export: the file, trials.csv or trials.jsonl", Required = false, Names = NameKind.File)]
    public string? File { get; init; }

    [Option("what is searched: training options and the model's hyperparameters", Value = "\"lr=log(1e-4,1e-1) width={32,64}\"", Default = "all hp.* of the model")]
    public string? Space { get; init; }

    [Option("trials of the whole study, those of earlier sessions included; of pbt members times generations")]
    public int Trials { get; init; } = Defaults.Trials;

    [Option("what trials are judged by, at their best epoch: a validation metric, or parameters, multiply_adds, seconds; several with commas are sought together", Value = "NAME,NAME", Default = "what epochs are judged by: val_accuracy, val_rmse, …")]
    public string? Metric { get; init; }

    [Option("whether the (first) metric is to be large or small", OneOf = "max min", Default = "as its name says")]
    public string? Goal { get; init; }

    [Option("what the winner must keep to", Value = "\"parameters<50000\"", Default = "none")]
    public string? Limit { get; init; }

    [Option("rule that ends hopeless trials early", Registry = typeof(Pruners), OneOf = "none", Value = "NAME", Default = "the method's own")]
    public string? Pruner { get; init; }

    [Option("asha, halving and hyperband let one in so many trials go on", Default = "3")]
    public int? Reduction { get; init; }

    [Option("no trial is ended before this epoch", Value = "EPOCH", Default = "1")]
    public int? Grace { get; init; }

    [Option("members that are trained side by side", For = "pbt", Default = "8")]
    public int? Population { get; init; }

    [Option("epochs after which the worst members copy the best and change their settings", For = "pbt", Value = "EPOCHS", Default = "1")]
    public int? Every { get; init; }

    [Option("share of members that copy, and of those that are copied", For = "pbt", Default = "0.25")]
    public double? Quantile { get; init; }

    [Option("how probable it is that a copy's setting is drawn anew instead of perturbed", For = "pbt", Default = "0.25")]
    public double? ResampleProbability { get; init; }

    [Option("what a copy's numbers are multiplied by, one of these", For = "pbt", Value = "X,X", Default = "0.8,1.2")]
    public string? Perturb { get; init; }

    [Option("train each trial with so many seeds, and judge it by their mean")]
    public int Seeds { get; init; } = Defaults.Seeds;

    [Option("train each trial on every fold of the data set, and judge it by their mean")]
    public bool Folds { get; init; }

    [Option("a point to try first, several with ; between", Value = "\"lr=1e-3 width=64\"", Default = "none")]
    public string? Enqueue { get; init; }

    [Option("name of the study", Value = "NAME", Names = NameKind.Study, Default = "model and method")]
    public string? Study { get; init; }

    [Option("start anew instead of going on with the study of the same name")]
    public bool New { get; init; }

    [Option("how often in a row to take up a trial whose process died before another epoch")]
    public int Retries { get; init; } = Defaults.Retries;

    [Option("give up after so many failed trials in a row")]
    public int MaxFailures { get; init; } = Defaults.MaxFailures;

    [Option("train trials in so many worker processes at once", Value = "N", Default = "in this process, one after another")]
    public int Parallel { get; init; }

    [Option("what starts the workers: this machine, or Slurm as the tasks of one array job", OneOf = "process slurm")]
    public string Executor { get; init; } = Defaults.Workers.Executor;

    [Option("further options of sbatch", Value = "\"--partition=NAME --time=4:00:00\"")]
    public string? Slurm { get; init; }

    [Option("threads of each worker", Value = "N", Default = "the processors divided among them")]
    public int Threads { get; init; }

    [Option("memory of each worker, beyond which its trial fails", Value = "2GB", Default = "no limit")]
    public string? Memory { get; init; }

    [Option("a worker's trial in which nothing happens for so many seconds has failed", Value = "SECONDS")]
    public double Stall { get; init; } = Defaults.Workers.Stall.TotalSeconds;

    [Option("time for all trials of this call; --max-time is that of one training", Default = "no limit")]
    public TimeSpan? Timeout { get; init; }

    [ChartsOption]
    public string? Charts { get; init; }

    [Option("show the first trials, and stop")]
    public bool DryRun { get; init; }

    /// <summary>The options as the lab takes them.</summary>
    public SearchOptions ToSearchOptions() => new()
    {
        Space = Space,
        Trials = Trials,
        Metric = Metric,
        Maximize = Goal is { } goal ? goal == "max" : null,
        Limit = Limit,
        Pruner = Pruner,
        Reduction = Reduction,
        Grace = Grace,
        Pbt = PopulationKnobs.Of(this),
        Seeds = Seeds,
        Folds = Folds,
        Enqueue = (Enqueue ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Seed = Seed,
        Train = ToTrainOptions(),
        Study = Study,
        New = New,
        Retries = Retries,
        MaxFailures = MaxFailures,
        Timeout = Timeout,
        Workers = WorkerKnobs.Of(this),
    };
}
