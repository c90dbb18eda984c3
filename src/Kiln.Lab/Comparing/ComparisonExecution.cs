using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Compares models: gathers their runs, trains what is missing, lets the statistics speak.</summary>
internal sealed class ComparisonExecution(LabWorkspace workspace, CompareOptions options)
{
    /// <summary>Compares defined models on one data set.</summary>
    public async Task<Comparison> Execute(IReadOnlyList<string> modelNames, string? dataName, CancellationToken cancellationToken)
    {
        var models = ModelsOf(modelNames);
        var data = workspace.FindData(dataName);
        var place = Gather(models, data);
        var mayBeFolds = options.Paired == Pairing.Fold || options is { Paired: null, Seeds: null };
        var folds = mayBeFolds ? FoldSets.Of(workspace, data).Select(fold => Gather(models, fold)).ToList() : [];
        var pairing = options.Paired ?? PairedBy(place, folds);
        IReadOnlyList<ArmsOnData> places = pairing == Pairing.Fold ? Trainable(folds, data) : [place];
        if (options.Seeds is not null) await new MissingRuns(workspace, options).Train(places, cancellationToken);
        return pairing switch
        {
            Pairing.Fold => new ComparisonConclusion(workspace, options).OfFolds(places),
            Pairing.Seed => new ComparisonConclusion(workspace, options).OfSeeds(place),
            _ => new ComparisonConclusion(workspace, options).OfExamples(place, cancellationToken),
        };
    }

    /// <summary>Compares defined models over several data sets.</summary>
    public async Task<DataSetsComparison> ExecuteOverData(IReadOnlyList<string> modelNames, IReadOnlyList<string> dataNames, CancellationToken cancellationToken)
    {
        var models = ModelsOf(modelNames);
        if (dataNames.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Math.Max(2, dataNames.Count))
            throw new LabException($"Comparing over data sets needs at least 2 different ones, got {string.Join(", ", dataNames)}. Name more, or compare on one with Lab.Compare.");
        var places = dataNames.Select(name => Gather(models, workspace.FindData(name))).ToList();
        if (options.Seeds is not null) await new MissingRuns(workspace, options).Train(places, cancellationToken);
        return new ComparisonConclusion(workspace, options).OfDataSets(dataNames, places);
    }

    private ArmsOnData Gather(IReadOnlyList<ModelDefinition> models, DataSet data) => ArmsOnData.Gather(workspace, models, data, options);

    private List<ModelDefinition> ModelsOf(IReadOnlyList<string> names)
    {
        if (names.Count < 2) throw new LabException($"Comparing needs at least 2 models, got {names.Count}. Name another.");
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new LabException($"'{twice.Key}' was compared with itself. Name {(names.Count == 2 ? "two different models" : "each model once")}.");
        return [.. names.Select(workspace.Models.Get)];
    }

    private Pairing PairedBy(ArmsOnData place, IReadOnlyList<ArmsOnData> folds)
    {
        if (folds.Count(fold => fold.Seeds.Count > 0) >= 2) return Pairing.Fold;
        var hasOneRunEach = options.Seeds is null && place.Seeds.Count < 2 && place.Arms.All(arm => arm.Seeds.Any());
        return hasOneRunEach || options.Seeds == 1 ? Pairing.Example : Pairing.Seed;
    }

    /// <summary>The folds that count: all there are where runs may be trained, else those with runs.</summary>
    private static List<ArmsOnData> Trainable(IReadOnlyList<ArmsOnData> folds, DataSet data)
    {
        var usable = folds.Where(fold => fold.Seeds.Count > 0).ToList();
        if (usable.Count >= 2) return usable;
        throw new LabException(data.Options.Folds is null
            ? $"'{data.Name}' is not divided into folds. Load it with #!data {data.Name} --folds 5, or compare over seeds with --seeds 6."
            : $"Comparing over folds needs at least 2 folds that all models were trained on, got {usable.Count} of {data.Options.Folds}. Add --seeds 1 to train what is missing"
                + (folds.Count < data.Options.Folds ? ", and load the other folds: #!data … --fold 2 --as NAME2, and so on." : "."));
    }
}
