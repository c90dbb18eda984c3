using Kiln.Search;

namespace Kiln;

/// <summary>What a search would do; nothing was trained or recorded.</summary>
public sealed record SearchPreview
{
    /// <summary>Trials there would be in all.</summary>
    public required int Trials { get; init; }

    /// <summary>Trainings of each trial: its seeds or folds.</summary>
    public required int Repeats { get; init; }

    /// <summary>Epochs of each training that is not ended early.</summary>
    public required int Epochs { get; init; }

    /// <summary>What would be searched.</summary>
    public required Space Space { get; init; }

    /// <summary>The parameters of the first trials, at most ten.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, ParameterValue>> First { get; init; }

    internal static SearchPreview Of(SearchPlan plan)
    {
        const int Shown = 10;
        var study = Study.InMemory(plan.Definition);
        foreach (var point in plan.Options.Enqueue) study.Enqueue(point);
        List<IReadOnlyDictionary<string, ParameterValue>> first = [];
        while (first.Count < Shown && study.Ask() is { } trial) first.Add(trial.Parameters);
        return new SearchPreview { Trials = study.TotalTrials, Repeats = Math.Max(1, plan.Repeats.Count), Epochs = plan.Settings.Population?.Options.Every ?? plan.Options.Train.Epochs, Space = plan.Definition.Space, First = first };
    }
}
