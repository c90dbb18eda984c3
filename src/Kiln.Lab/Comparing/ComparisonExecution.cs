using Kiln.Training;

namespace Kiln;

/// <summary>Compares arms: finds what their names mean, trains what is missing, lets the statistics speak.</summary>
internal sealed class ComparisonExecution(LabWorkspace workspace, CompareOptions options)
{
    /// <summary>Compares arms on one data set.</summary>
    public Task<Comparison> Execute(IReadOnlyList<string> names, string? dataName, CancellationToken cancellationToken)
    {
        options.Check(workspace);
        var sources = SourcesOf(names);
        var data = DataOf(sources, dataName);
        return new ComparisonOnData(workspace, options.For(data), sources, data).Execute(cancellationToken);
    }

    /// <summary>Compares arms over several data sets.</summary>
    public async Task<DataSetsComparison> ExecuteOverData(IReadOnlyList<string> names, IReadOnlyList<string> dataNames, CancellationToken cancellationToken)
    {
        options.Check(workspace);
        if (options.Baseline is not null || options.Paired is not null)
            throw new LabException($"Comparing over several data sets ranks all models on each: {(options.Baseline is null ? "--paired" : "--baseline")} means nothing to it. Leave it out, or name one data set.");
        var sources = SourcesOf(names);
        if (dataNames.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Math.Max(2, dataNames.Count))
            throw new LabException($"Comparing over data sets needs at least 2 different ones, got {string.Join(", ", dataNames)}. Name more, or compare on one with Lab.Compare.");
        var sets = dataNames.Select(workspace.FindData).ToList();
        var chosen = options.For(sets[0]);
        var places = sets.Select(data => ArmsOnData.Gather(workspace, sources, data, chosen)).ToList();
        if (chosen.Seeds is not null && await new MissingRuns(workspace, chosen).Train(places, cancellationToken) is { } stopped) throw new LabException(stopped);
        return new ComparisonConclusion(workspace, chosen).OfDataSets(dataNames, places);
    }

    /// <summary>How arms are made differently; nothing is trained.</summary>
    public ArmDifferences Differences(IReadOnlyList<string> names, string? dataName)
    {
        options.Check(workspace);
        var sources = SourcesOf(names);
        var data = DataOf(sources, dataName);
        return ArmDifferences.Between(ArmsOnData.Gather(workspace, sources, data, options.For(data)).Arms);
    }

    private List<ArmSource> SourcesOf(IReadOnlyList<string> names)
    {
        // The baseline comes first, whether it was named among the others or not.
        IReadOnlyList<string> all = options.Baseline is { } baseline ? [baseline, .. names.Where(name => !name.Equals(baseline, StringComparison.OrdinalIgnoreCase))] : names;
        if (all.Count < 2) throw new LabException($"Comparing needs at least 2 models, got {all.Count}. Name another.");
        if (all.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new LabException($"'{twice.Key}' was compared with itself. Name {(all.Count == 2 ? "two different models" : "each model once")}.");
        return [.. all.Select(name => ArmSource.Find(workspace, name))];
    }

    // A run brings its data along; models are compared on what was loaded last.
    private DataSet DataOf(IReadOnlyList<ArmSource> sources, string? name) =>
        name is null && sources.FirstOrDefault(source => source.Run is not null)?.Run is { } run ? new StoredModel(workspace, run).Data() : workspace.FindData(name);
}
