using System.Collections.Immutable;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!runs</c>.</summary>
internal sealed record RunsMagicOptions
{
    [Argument("ACTION",
        "list (default) shows a table, show redraws one run, attach follows it live, stop ends it, best shows the best one, tag and note label one, "
        + "rm removes some, undo brings them back, vacuum deletes them for good, export and import go through files",
        OneOf = "list show attach stop best tag note rm undo vacuum export import", Required = false)]
    public string Action { get; init; } = "list";

    [Argument("WORDS", "the run (id, name or first letters of the id), then the tags or the note; the metric for best; the file for export and import", Required = false, Names = NameKind.Run)]
    public ImmutableArray<string> Words { get; init; } = [];

    [Option("only runs that fit: columns, metrics, hyperparameters and options, = != < <= > >= ~, and or not ( )", Value = "\"lr<0.01 and tag=x\"", Names = NameKind.RunValue)]
    public string? Where { get; init; }

    [Option("column, metric or hyperparameter to sort by, falling with a leading -", Value = "-val_accuracy", Default = "newest first", Names = NameKind.RunValue)]
    public string? Sort { get; init; }

    [Option("columns of the table, with commas between", Value = "A,B", Names = NameKind.RunValue)]
    public string? Columns { get; init; }

    [Option("mean, standard deviation and number of runs for each value of this column or hyperparameter", Value = "model", Names = NameKind.RunValue)]
    public string? Group { get; init; }

    [Option("only runs of this model", Value = "NAME", Names = NameKind.Model)]
    public string? Model { get; init; }

    [Option("only runs on this data set", Value = "NAME", Names = NameKind.Data)]
    public string? Data { get; init; }

    [Option("only trials of this study", Value = "NAME", Names = NameKind.Study)]
    public string? Study { get; init; }

    [Option("only runs with this tag", Value = "WORD")]
    public string? Tag { get; init; }

    [Option("only runs that stand so", OneOf = "running finished stopped failed")]
    public string? Status { get; init; }

    [Option("rows shown")]
    public int Limit { get; init; } = 20;

    [Option("for list: the removed runs that undo brings back; for tag: takes the tags off")]
    public bool Removed { get; init; }

    [Option("what export writes", OneOf = "csv jsonl tensorboard", Default = "by the file's ending")]
    public string? Format { get; init; }
}
