using System.Collections.Immutable;
using System.Globalization;
using Kiln.Runs;

namespace Kiln;

/// <summary>Puts the values of runs into pairs and lets the statistics speak.</summary>
/// <param name="workspace">Where epochs and stored models are found.</param>
/// <param name="options">How it is judged.</param>
/// <param name="stopped">That an interrupt left out runs, in words; null where it did not.</param>
internal sealed class ComparisonConclusion(LabWorkspace workspace, CompareOptions options, string? stopped = null)
{
    /// <summary>A pair for each seed.</summary>
    public Comparison OfSeeds(ArmsOnData place)
    {
        if (place.Seeds.Count < 2) throw TooFew(place);
        return Conclude(place, options.Judgement(Pairing.Seed), [.. Each(place, arm => (place.RunsOf(arm), place.ValuesOf(arm)))], Names(place.Seeds));
    }

    /// <summary>A pair for each fold: the mean over its seeds.</summary>
    public Comparison OfFolds(IReadOnlyList<ArmsOnData> folds)
    {
        var judgement = options.Judgement(Pairing.Fold) with { TestToTrain = folds.Average(fold => FoldSets.HeldOutToTrain(fold.Data)) };
        return Conclude(
            folds[0],
            judgement,
            [.. Each(folds[0], arm => ([.. folds.SelectMany(fold => fold.RunsOf(arm))], [.. folds.Select(fold => fold.ValuesOf(arm).Average())]))],
            Names(folds.Select(fold => (long)fold.Data.Options.Fold)));
    }

    /// <summary>A pair for each test example, answered by one run of each arm: of the first shared seed, else of its own first.</summary>
    public Comparison OfExamples(ArmsOnData place, CancellationToken cancellationToken)
    {
        if (place.Arms.Any(arm => !arm.Seeds.Any())) throw TooFew(place);
        var arms = Each(place, arm =>
        {
            var run = place.Arms[arm].Over([place.Seeds.Count > 0 ? place.Seeds[0] : place.Arms[arm].Seeds.First()])[0];
            return ([run], ExampleAnswers.Of(workspace, run, options.Metric, cancellationToken));
        });
        return Conclude(place, options.Judgement(Pairing.Example), [.. arms], null);
    }

    /// <summary>A mean for each data set.</summary>
    public DataSetsComparison OfDataSets(IReadOnlyList<string> names, IReadOnlyList<ArmsOnData> places)
    {
        for (var i = 0; i < places.Count; i++)
            if (places[i].Seeds.Count == 0)
                throw new LabException($"Comparing over data sets needs a seed on each that all models have {options.Metric} for; on '{names[i]}' there is none ({places[i].Counted}). Add --seeds 3 to train what is missing.");
        var arms = places[0].Arms.Select((arm, i) => (arm.Name, (IReadOnlyList<ImmutableArray<double>>)[.. places.Select(place => place.ValuesOf(i).ToImmutableArray())]));
        return new DataSetsComparison
        {
            Metric = options.Metric,
            Statistics = SeveralDataSets.Of(names, [.. arms], options.Judgement(Pairing.Seed)),
            Runs = [.. places[0].Arms.Select((_, i) => (IReadOnlyList<IReadOnlyList<RunRecord>>)[.. places.Select(place => place.RunsOf(i))])],
        };
    }

    private IEnumerable<ComparisonArm> Each(ArmsOnData place, Func<int, (IReadOnlyList<RunRecord> Runs, IReadOnlyList<double> Values)> measure)
    {
        for (var arm = 0; arm < place.Arms.Count; arm++)
        {
            var source = place.Arms[arm].Source;
            var (runs, values) = measure(arm);
            var epochs = runs.Select(run => workspace.Store.Epochs(run.Id)).ToList();
            yield return new ComparisonArm(source.Name, runs, values, ArmCost.Of(source, place.Data, runs[0], epochs)) { Curve = ArmCurve.Of(epochs, options.Metric) };
        }
    }

    private Comparison Conclude(ArmsOnData place, PairedComparisonOptions judgement, IReadOnlyList<ComparisonArm> arms, IReadOnlyList<string>? pairNames)
    {
        var differences = ArmDifferences.Between(place.Arms);
        var front = ParetoFront.Of([.. arms.Select(arm => CostsOf(arm, judgement.HigherIsBetter))]);
        return new Comparison
        {
            Metric = options.Metric,
            Data = place.Data.Name,
            Pairing = judgement.Pairing,
            Arms = [.. arms.Select((arm, i) => arm with { IsOnParetoFront = front[i] })],
            Seeds = place.Seeds,
            Several = SeveralArms.Of([.. arms.Select(arm => new ArmScores(arm.Name, [.. arm.Values]))], judgement, options.Baseline is not null),
            Differences = differences,
            PairNames = pairNames,
            Remarks = [.. new[] { stopped, TrainedDifferently(place.Arms) }.OfType<string>()],
        };
    }

    // Of runs that were named one by one, different options are what is compared; of models they go unnoticed.
    private static string? TrainedDifferently(IReadOnlyList<ArmRuns> arms)
    {
        List<ArmRuns> models = [.. arms.Where(arm => arm.Source.Run is null)];
        var options = ConfigurationDiff.Between(models).Select(difference => difference.Setting).Where(setting => setting != "model" && !setting.StartsWith("hp.", StringComparison.Ordinal)).ToList();
        return options.Count == 0
            ? null
            : $"The models were trained with different options, too ({string.Join(", ", options)}): the difference may come from these. --{options[0]} … with --seeds trains all alike.";
    }

    // Times scatter: those within a tenth or so count as equal.
    private static IReadOnlyList<double> CostsOf(ComparisonArm arm, bool higherIsBetter) =>
    [
        (higherIsBetter ? -1 : 1) * arm.Values.Average(),
        arm.Cost.TrainingTime is { } time ? Math.Round(Math.Log(Math.Max(time.TotalSeconds, 0.1), 1.1)) : double.NaN,
        arm.Cost.Parameters ?? double.NaN,
    ];

    private static IReadOnlyList<string> Names(IEnumerable<long> numbers) => [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private LabException TooFew(ArmsOnData place) => new(
        $"Comparing {string.Join(" with ", place.Arms.Select(arm => $"'{arm.Name}'"))} needs at least 2 seeds that all have {options.Metric} for, "
        + $"got {place.Seeds.Count} ({place.Counted}). Add --seeds 6 to train what is missing.");
}
