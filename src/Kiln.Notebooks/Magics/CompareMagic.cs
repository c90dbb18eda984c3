namespace Kiln.Notebooks;

/// <summary><c>#!compare</c>: compares models over the same seeds, on one data set or several.</summary>
internal sealed class CompareMagic : Command<CompareMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!compare";

    /// <inheritdoc/>
    public override string Summary => "compares models (or runs) over the same seeds and says in words what the differences allow one to say";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!compare small large --seeds 6", "#!compare small middle large --metric test_loss", "#!compare lenet mlp cnn --baseline mlp --seeds 8",
        "#!compare small large --data iris,wine,digits --seeds 3", "#!compare 3f2a 9b1c", "#!compare small large --diff",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(CompareMagicOptions options, MagicContext context)
    {
        Check(options);
        var (host, data) = (context.Host, options.DataNames);
        if (options.Diff)
        {
            host.Display(DifferencesReport.Of(Lab.Differences(options.Models, options.ToCompareOptions(), data.FirstOrDefault())).ToBundle());
            return;
        }
        if (data.Count > 1)
        {
            var over = await Lab.CompareOverData(options.Models, data, options.ToCompareOptions(), host.Interrupted);
            host.Display(DataSetsReport.Of(over).ToBundle());
            host.Display(ChartBundle.Final(DataSetsCharts.Of(over)));
            return;
        }
        var comparison = await Lab.Compare(options.Models, options.ToCompareOptions(), data.FirstOrDefault(), host.Interrupted);
        host.Display(ComparisonReport.Of(comparison).ToBundle());
        foreach (var chart in ComparisonCharts.Of(comparison)) host.Display(ChartBundle.Final(chart));
    }

    private static void Check(CompareMagicOptions options)
    {
        // A baseline is an arm, too, wherever it is named.
        if (options.Models.Length + (options.Baseline is null ? 0 : 1) > 1) return;
        var others = LabWorkspace.Current.Models.Names.Except(options.Models, StringComparer.OrdinalIgnoreCase).ToList();
        throw new MagicException($"#!compare: expected at least 2 models, got only {options.Models[0]}. "
            + (others.Count > 0 ? $"Compare it with {string.Join(" or ", others.Take(5))}: #!compare {options.Models[0]} {others[0]} --seeds 6" : "Define another with #!model NAME."));
    }
}
