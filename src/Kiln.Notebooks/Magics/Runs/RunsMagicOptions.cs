using System.Collections.Immutable;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!runs</c>.</summary>
internal sealed record RunsMagicOptions
{
    private const string Picking = "list, best, scatter, rm, export", Listing = "list, export";

    [Argument("ACTION",
        "list (default) shows a table, show redraws one run, attach follows it live, stop ends it, best shows the best one, tag and note label one, "
        + "scatter draws two columns against each other, rm removes some, undo brings them back, vacuum deletes them for good, export writes runs into files, "
        + "import takes in runs from .jsonl, .csv and TensorBoard",
        Registry = typeof(RunsMagic), Required = false)]
    public string Action { get; init; } = "list";

    [Argument("WORDS", "the run (id, name or first letters of the id), then the tags or the note; the metric for best; the two columns for scatter; the file for export and import", Required = false, Names = NameKind.Run)]
    public ImmutableArray<string> Words { get; init; } = [];

    [Option("only runs that fit: columns, metrics, hyperparameters and options, = != < <= > >= ~, and or not ( )", For = Picking, Value = "\"lr<0.01 and tag=x\"", Names = NameKind.RunValue)]
    public string? Where { get; init; }

    [Option("column, metric or hyperparameter to sort by, falling with a leading -", For = Listing, Value = "-val_accuracy", Default = "newest first", Names = NameKind.RunValue)]
    public string? Sort { get; init; }

    [Option("columns of the table, with commas between", For = Listing, Value = "A,B", Names = NameKind.RunValue)]
    public string? Columns { get; init; }

    [Option("mean, standard deviation and number of runs for each value of this column or hyperparameter", For = "list", Value = "model", Names = NameKind.RunValue)]
    public string? Group { get; init; }

    [Option("only runs of this model", For = Picking, Value = "NAME", Names = NameKind.Model)]
    public string? Model { get; init; }

    [Option("only runs on this data set", For = Picking, Value = "NAME", Names = NameKind.Data)]
    public string? Data { get; init; }

    [Option("only trials of this study", For = Picking, Value = "NAME", Names = NameKind.Study)]
    public string? Study { get; init; }

    [Option("only runs with this tag", For = Picking, Value = "WORD")]
    public string? Tag { get; init; }

    [Option("only runs that stand so", For = Picking, OneOf = "running finished stopped pruned failed")]
    public string? Status { get; init; }

    [Option("rows shown", For = "list")]
    public int Limit { get; init; } = 20;

    [Option("the removed runs, which undo brings back", For = Listing)]
    public bool Removed { get; init; }

    [Option("takes the tags off", For = "tag")]
    public bool Off { get; init; }

    [Option("what export writes", For = "export", OneOf = "csv jsonl tensorboard", Default = "by the file's ending")]
    public string? Format { get; init; }
}
