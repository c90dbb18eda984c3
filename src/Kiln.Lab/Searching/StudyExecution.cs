using System.Text.Json;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Runs a study to its end: asks for a trial, trains it, tells how it went; then trains the winner once more.</summary>
internal sealed class StudyExecution(LabWorkspace workspace, SearchOptions options)
{
    private readonly IStudyView _view = workspace.Display.ShowStudy();

    /// <summary>Searches until all trials are done, the user interrupts, or too many fail in a row.</summary>
    public async Task<StudyResult> Execute(string samplerName, ModelDefinition model, DataSet data, CancellationToken cancellationToken)
    {
        var sampler = Samplers.Find(samplerName) ?? throw UnknownSampler(samplerName);
        var hyperparameters = HyperparametersOf(model, data);
        var space = WholeRanges.Of(ParseSpace(), hyperparameters);
        var settings = new TrialSettings(options.Train, [.. hyperparameters.Select(hyperparameter => hyperparameter.Name)]);
        settings.Check(space.Dimensions.Select(dimension => dimension.Name), model.Name);
        var study = Study.Open(workspace.Store, Definition(sampler, space, settings, model, data), options.New);

        var progress = new StudyProgress(study.Definition.Name, sampler.Name, options) { TrialsPlanned = study.TotalTrials };
        foreach (var announcement in study.Announcements) progress.AddNote(announcement);
        foreach (var trial in study.Trials) progress.Add(Row(trial));
        var trainer = new TrialTraining(workspace, settings, model, data, progress, _view);

        await RunTrials(study, trainer, progress, cancellationToken);
        if (!progress.EndedEarly && options.RetrainWinner && study.Best is { } best)
            progress.Winner = await trainer.TrainWinner(best, options.Seed + 1, cancellationToken);
        _view.Finish(progress);
        return Result(progress, model);
    }

    private async Task RunTrials(Study study, TrialTraining trainer, StudyProgress progress, CancellationToken cancellationToken)
    {
        while (study.Ask() is { } trial)
        {
            var (run, result) = await trainer.Train(trial, cancellationToken);
            if (result.Outcome == TrainingOutcome.Stopped && result.StoppedBy == StopReason.User)
            {
                study.Pause(trial, "interrupted");
                progress.EndedEarly = true;
                progress.AddNote("Interrupted. The same command goes on with the trial in flight.");
                return;
            }

            Settle(study, trial, result);
            progress.Add(Row(study.Trials.First(row => row.Number == trial.Number)));
            _view.Show(progress);
        }

        if (progress.Trials.Count >= study.TotalTrials || study.EndReason is not { } reason) return;
        progress.EndedEarly = true;
        progress.AddNote($"The search ended: {reason}.");
    }

    private void Settle(Study study, Trial trial, TrainingResult result)
    {
        if (result.Outcome is TrainingOutcome.Failed or TrainingOutcome.Diverged)
            study.Fail(trial, result.Reason ?? "failed");
        else if (result.Metrics.TryGetValue(options.Metric, out var value))
            study.Tell(trial, value);
        else
            study.Fail(trial, $"no metric '{options.Metric}'; there are {string.Join(", ", result.Metrics.Keys)}");
    }

    private StudyDefinition Definition(ISampler sampler, Space space, TrialSettings settings, ModelDefinition model, DataSet data) => new()
    {
        Name = options.Study ?? $"{model.Name}-{sampler.Name}",
        Space = space,
        Sampler = sampler,
        Metric = options.Metric,
        Goal = options.Maximize ? Goal.Maximize : Goal.Minimize,
        Seed = options.Seed,
        Trials = options.Trials,
        MaxFailures = options.MaxFailures,
        ModelName = model.Name,
        ModelHash = model.Hash,
        DataName = data.Name,
        DataFingerprint = data.Fingerprint,
        OptionsJson = JsonSerializer.Serialize(options.Train),
        Describe = row => row with
        {
            ModelSource = model.Source,
            OptionsJson = JsonSerializer.Serialize(settings.Of(row.Parameters).Options with { Seed = row.Seed }),
            VersionsJson = Versions.Json,
        },
    };

    private TrialRow Row(FinishedTrial trial)
    {
        var run = trial.RunId is null ? null : workspace.Store.Find(trial.RunId);
        var parameters = trial.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var elapsed = run is null ? TimeSpan.Zero : workspace.Store.Epochs(run.Id).LastOrDefault()?.Elapsed ?? TimeSpan.Zero;
        return new TrialRow(trial.Number, trial.RunId ?? "", parameters, trial.Value, trial.Status, trial.Reason, elapsed);
    }

    private StudyResult Result(StudyProgress progress, ModelDefinition model) => new()
    {
        Study = progress.Study,
        Model = model.Name,
        Metric = options.Metric,
        Maximize = options.Maximize,
        Trials = progress.Trials,
        Best = progress.Best,
        Winner = progress.Winner,
        Notes = progress.Notes,
    };

    private Space ParseSpace()
    {
        try
        {
            return Space.Parse(options.Space);
        }
        catch (SpaceSyntaxException problem)
        {
            throw new LabException(problem.Message, problem);
        }
    }

    private static IReadOnlyCollection<Hyperparameter> HyperparametersOf(ModelDefinition model, DataSet data)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        return ModelBuilder.Build(model, TaskShape.Of(data)).Hyperparameters;
    }

    private static LabException UnknownSampler(string name) =>
        new($"There is no sampler '{name}'. {Suggestions.Hint(name, [.. Samplers.Names])}");
}
