using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary><c>#!data</c>: loads a data set and shows what is in it.</summary>
internal sealed class DataMagic : Command<DataMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!data";

    /// <inheritdoc/>
    public override string Summary => "loads a data set, shows what is in it and makes it the one that later commands use";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!data fashion-mnist",
        "#!data digits --as few-digits --limit 500 --stratify",
        "#!data csv houses.csv --target price --normalize-targets",
        "#!data images pets/ --size 64x64 --augment \"flip,crop(4),rotate(10)\"",
        "#!data text book.txt --length 64",
        "#!data from rows --target price",
        "#!data moons(n=500, noise=0.2)",
    ];

    /// <inheritdoc/>
    protected override Task RunAsync(DataMagicOptions options, MagicContext context)
    {
        OptionUse.Require(this, options, MagicSource.UseOf(options.Name), $"#!data {options.Name}");
        DataSource source = MagicSource.Of(options, context.Host);
        DataSet data = Lab.Data(source, options.ToDataOptions(), options.As, context.Host.Interrupted);
        LabWorkspace.Current.Sources.Set(data, new CellSource(context.Part.Text, MagicSource.VariableOf(options)));
        if (context.Host.IsLookedAt) Show(data, options.As ?? source.Name, context.Host);
        return Task.CompletedTask;
    }

    private static void Show(DataSet data, string name, INotebookHost host)
    {
        host.Display(DataReport.Of(data, name).ToBundle());
        if (SampleSheet.Of(data) is { } sheet) host.Display(ChartBundle.Final(sheet));
        if (SampleSheet.Augmented(data) is { } changed) host.Display(ChartBundle.Final(changed));
    }
}
