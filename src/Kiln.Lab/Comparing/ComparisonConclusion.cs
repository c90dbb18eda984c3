using System.Collections.Immutable;
using System.Globalization;
using Kiln.Runs;

namespace Kiln;

/// <summary>Puts the values of runs into pairs and lets the statistics speak.</summary>
internal sealed class ComparisonConclusion(LabWorkspace workspace, CompareOptions options)
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
        if (places.FirstOrDefault(place => place.Seeds.Count == 0) is { } empty)
            throw new LabException($"Comparing over data sets needs a seed on each that all models have {options.Metric} for; on '{empty.Data.Name}' there is none ({empty.Counted}). Set Seeds to train what is missing.");
        var arms = places[0].Arms.Select((arm, i) => (arm.Model.Name, (IReadOnlyList<ImmutableArray<double>>)[.. places.Select(place => place.ValuesOf(i).ToImmutableArray())]));
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
            var model = place.Arms[arm].Model;
            var (runs, values) = measure(arm);
            yield return new ComparisonArm(model.Name, runs, values, ArmCost.Of(workspace, model, place.Data, runs));
        }
    }

    private Comparison Conclude(ArmsOnData place, PairedComparisonOptions judgement, IReadOnlyList<ComparisonArm> arms, IReadOnlyList<string>? pairNames)
    {
        var front = ParetoFront.Of([.. arms.Select(arm => CostsOf(arm, judgement.HigherIsBetter))]);
        return new Comparison
        {
            Metric = options.Metric,
            Data = place.Data.Name,
            Pairing = judgement.Pairing,
            Arms = [.. arms.Select((arm, i) => arm with { IsOnParetoFront = front[i] })],
            Seeds = place.Seeds,
            Several = SeveralArms.Of([.. arms.Select(arm => new ArmScores(arm.Model, [.. arm.Values]))], judgement),
            Differences = ConfigurationDiff.Between([.. arms.Select(arm => arm.Runs[0])]),
            PairNames = pairNames,
        };
    }

    // Times scatter: those within a tenth or so count as equal.
    private static IReadOnlyList<double> CostsOf(ComparisonArm arm, bool higherIsBetter) =>
    [
        (higherIsBetter ? -1 : 1) * arm.Values.Average(),
        arm.Cost.TrainingTime is { } time ? Math.Round(Math.Log(Math.Max(time.TotalSeconds, 0.1), 1.1)) : double.NaN,
        arm.Cost.Parameters,
    ];

    private static IReadOnlyList<string> Names(IEnumerable<long> numbers) => [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private LabException TooFew(ArmsOnData place) => new(
        $"Comparing {string.Join(" with ", place.Arms.Select(arm => $"'{arm.Model.Name}'"))} needs at least 2 seeds that all have {options.Metric} for, "
        + $"got {place.Seeds.Count} ({place.Counted}). Add --seeds 6 to train what is missing.");
}
