using System.Collections.Immutable;
using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>A run that has its row in the store and can start: new, or continuing an unfinished one.</summary>
internal sealed record PreparedRun(
    RunRecord Record,
    TrainingJob Job,
    TrainOptions Options,
    IReadOnlyList<string> Notes)
{
    /// <summary>Who takes part in it.</summary>
    public IReadOnlyList<IRunCallback> Callbacks { get; init; } = [];

    /// <summary>Gives the run its row, or finds the one to resume.</summary>
    public static PreparedRun Prepare(
        LabWorkspace workspace, ModelDefinition model, DataSet data, TrainOptions options, RunSettings settings, RunRehearsal? rehearsal = null)
    {
        Check(options, data);
        var weights = WeightSources.Of(workspace, options);
        var notes = new List<string>(rehearsal?.Notes ?? []);
        if (settings.Resume && ResumableRun.Find(workspace, model, data, options, settings, notes) is { } found)
        {
            if (!workspace.Store.Reopen(found.Id))
                throw new LabException($"Run {found.Id} cannot be resumed: another process is training it. Wait for it to end, or stop it.");
            return new PreparedRun(found with { Status = RunStatus.Running }, Job(resume: true, found.Id), options, notes) { Callbacks = CallbacksOf(workspace, settings) };
        }

        var record = NewRecord(workspace, model, data, options, settings);
        workspace.Store.Create(record);
        return new PreparedRun(record, Job(resume: false, record.Id), options, notes) { Callbacks = CallbacksOf(workspace, settings) };

        TrainingJob Job(bool resume, string id) => new()
        {
            Model = model,
            Data = data,
            Options = options,
            Hyperparameters = settings.Hyperparameters,
            CheckpointFolder = workspace.Store.RunFolder(id),
            Resume = resume,
            EvaluateTest = settings.Test,
            Weights = weights,
            IsRehearsed = rehearsal?.IsDone == true,
        };
    }

    private static IReadOnlyList<IRunCallback> CallbacksOf(LabWorkspace workspace, RunSettings settings) =>
        settings.TensorBoard is { } folder ? [.. settings.Callbacks, new TensorBoardLog(folder, workspace.Time)] : settings.Callbacks;

    // Before the run has a row: a mistyped option is no run.
    private static void Check(TrainOptions options, DataSet data)
    {
        try
        {
            options.Check(data);
        }
        catch (ArgumentException problem)
        {
            throw new LabException(problem.Message, problem);
        }
    }

    private static RunRecord NewRecord(
        LabWorkspace workspace, ModelDefinition model, DataSet data, TrainOptions options, RunSettings settings)
    {
        var origin = WeightSources.RunOf(workspace, options);
        return new RunRecord
        {
            Id = workspace.Store.NewId(),
            Name = settings.Name ?? model.Name,
            Status = RunStatus.Running,
            Kind = settings.Kind,
            ModelName = model.Name,
            ModelSource = model.Source,
            ModelHash = model.Hash,
            DataName = data.Name,
            DataFingerprint = data.Fingerprint,
            OptionsJson = JsonSerializer.Serialize(options, LabJson.Default.TrainOptions),
            Seed = options.Seed,
            Parameters = settings.Hyperparameters.ToImmutableSortedDictionary(StringComparer.Ordinal),
            VersionsJson = Versions.Json,
            Parent = settings.Parent ?? origin,
            ParentKind = settings.Parent is not null ? settings.ParentKind ?? "search" : origin is not null ? "transfer" : null,
            Group = settings.Group,
            Study = settings.Study,
            Trial = settings.Trial,
            Tags = [.. settings.Tags],
        };
    }
}
