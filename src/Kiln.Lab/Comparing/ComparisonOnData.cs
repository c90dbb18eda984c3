using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Compares arms on one data set: over seeds, its folds, or its test examples.</summary>
internal sealed class ComparisonOnData(LabWorkspace workspace, CompareOptions options, IReadOnlyList<ArmSource> sources, DataSet data)
{
    /// <summary>Trains what is missing and concludes.</summary>
    public async Task<Comparison> Execute(CancellationToken cancellationToken)
    {
        var place = Gather(data);
        var mayBeFolds = options.Paired == Pairing.Fold || options is { Paired: null, Seeds: null };
        var folds = mayBeFolds ? FoldSets.Of(workspace, data).Select(Gather).ToList() : [];
        var pairing = options.Paired ?? PairedBy(place, folds);
        IReadOnlyList<ArmsOnData> places = pairing == Pairing.Fold ? Trainable(folds) : [place];
        var stopped = options.Seeds is null ? null : await new MissingRuns(workspace, options).Train(places, cancellationToken);
        // What an interrupt leaves is compared where it is enough for a comparison.
        if (stopped is not null && (pairing != Pairing.Seed || place.Complete.Seeds.Count < 2)) throw new LabException(stopped);
        var conclusion = new ComparisonConclusion(workspace, options, stopped);
        return pairing switch
        {
            Pairing.Fold => conclusion.OfFolds(places),
            Pairing.Seed => conclusion.OfSeeds(stopped is null ? place : place.Complete),
            _ => conclusion.OfExamples(place, cancellationToken),
        };
    }

    private ArmsOnData Gather(DataSet on) => ArmsOnData.Gather(workspace, sources, on, options);

    private Pairing PairedBy(ArmsOnData place, IReadOnlyList<ArmsOnData> folds)
    {
        if (folds.Count(fold => fold.Seeds.Count > 0) >= 2) return Pairing.Fold;
        var hasOneRunEach = options.Seeds is null && place.Seeds.Count < 2 && place.Arms.All(arm => arm.Seeds.Any());
        return hasOneRunEach || options.Seeds == 1 ? Pairing.Example : Pairing.Seed;
    }

    /// <summary>The folds that count: all there are where runs may be trained, else those with runs.</summary>
    private List<ArmsOnData> Trainable(IReadOnlyList<ArmsOnData> folds)
    {
        var usable = folds.Where(fold => fold.Seeds.Count > 0).ToList();
        if (usable.Count >= 2) return usable;
        throw new LabException(data.Options.Folds is null
            ? $"'{data.Name}' is not divided into folds. Load it with #!data {data.Name} --folds 5, or compare over seeds with --seeds 6."
            : $"Comparing over folds needs at least 2 folds that all models were trained on, got {usable.Count} of {data.Options.Folds}. Add --seeds 1 to train what is missing"
                + (folds.Count < data.Options.Folds ? ", and load the other folds: #!data … --fold 2 --as NAME2, and so on." : "."));
    }
}
