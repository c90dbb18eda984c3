using System.Collections.Immutable;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!data</c>; defaults are those of the lab's records.</summary>
internal sealed record DataMagicOptions
{
    private static readonly DataOptions Defaults = new();
    private static readonly TableOptions Tables = new();
    private static readonly TextOptions Texts = new();
    private static readonly ImageOptions Images = new();

    [Argument("NAME", "a built-in data set, or csv, idx, images, text or from", Names = NameKind.BuiltInData)]
    public string Name { get; init; } = "";

    [Argument("PATH", "with csv, text: a file; images: a folder; idx: images labels [test images, test labels]; from: a variable", Required = false, Names = NameKind.File)]
    public ImmutableArray<string> Paths { get; init; } = [];

    [Option("the name that later commands use", Value = "NAME", Default = "the data set's own")]
    public string? As { get; init; }

    [Option("the column to predict, or several with commas; of a tensor or array, the variable with the targets", For = "csv, from", Value = "COL")]
    public string Target { get; init; } = "";

    [Option("percentages of train, validation and test; an official test split is kept as it is", Value = "A/B/C")]
    public string Split { get; init; } = Defaults.Split;

    [Option("divide into so many parts, of which one is held out")]
    public int? Folds { get; init; }

    [Option("which of the folds is held out, counted from 1")]
    public int Fold { get; init; } = Defaults.Fold;

    [Option("seed of the split and of generated points")]
    public long Seed { get; init; } = Defaults.Seed;

    [Option("give every split the same share of every class")]
    public bool Stratify { get; init; } = Defaults.Stratify;

    [Option("examples in a batch of trainings with these data, where they say nothing else; full takes all at once", Value = "N|full", Word = "full", Default = "64")]
    public int? Batch { get; init; }

    [Option("take at most so many examples", Default = "all")]
    public int? Limit { get; init; }

    [Option("auto shifts and scales inputs to mean 0 and standard deviation 1, measured on the training split", OneOf = "auto none")]
    public string Normalize { get; init; } = Defaults.Normalize ? "auto" : "none";

    [Option("scale numbers to predict likewise; metrics keep their unit")]
    public bool NormalizeTargets { get; init; } = Defaults.NormalizeTargets;

    [AugmentOption]
    public string Augment { get; init; } = Defaults.Augment;

    [Option("names of the classes, with commas between them", Value = "A,B,…", Default = "the source's")]
    public string? NameClasses { get; init; }

    [Option("what the target is", For = "csv, from", OneOf = "auto classification regression multi-label")]
    public string Task { get; init; } = Tables.Task;

    [Option("columns to leave out, with commas between them", For = "csv, from", Value = "COLS")]
    public string? Drop { get; init; }

    [Option("columns whose numbers are names, such as post codes", For = "csv, from", Value = "COLS")]
    public string? Categories { get; init; }

    [Option("a column of text with more different values is left out", For = "csv, from")]
    public int MaxCategories { get; init; } = Tables.MaxCategories;

    [Option("a column of sentences, read word by word; it is then the only input", For = "csv, from", Value = "COL")]
    public string? Text { get; init; }

    [Option("sign between cells, such as ; or tab", For = "csv", Value = "SIGN", Default = "found out")]
    public string? Separator { get; init; }

    [Option("whether the first line holds the columns' names", For = "csv", OneOf = "auto yes no")]
    public string Header { get; init; } = "auto";

    [Option("words instead of characters", For = "text")]
    public bool Words { get; init; } = Texts.Words;

    [Option("characters or words of an example; with --text, words of a cell", For = "text, csv, from")]
    public int Length { get; init; } = Texts.Length;

    [Option("characters or words from the start of one example to the next", For = "text", Default = "the length")]
    public int? Stride { get; init; }

    [Option("most different characters or words; rarer ones become <unk>", For = "text")]
    public int Vocabulary { get; init; } = Texts.Vocabulary;

    [Option("height and width, such as 64x64", For = "images", Value = "HxW", Default = "their own if it is one and at most 128, else 64x64")]
    public string? Size { get; init; }

    [Option("how other shapes get that size", For = "images", OneOf = "crop pad stretch")]
    public string Fit { get; init; } = Images.Fit;

    [Option("auto is grey where all pictures are", For = "images", OneOf = "auto grey rgb")]
    public string Color { get; init; } = Images.Color;

    [Option("how far points scatter", For = "generators", Default = "the generator's")]
    public double? Noise { get; init; }

    /// <summary>The options of the lab.</summary>
    public DataOptions ToDataOptions() => new()
    {
        Split = Split,
        Folds = Folds,
        Fold = Fold,
        Seed = Seed,
        Stratify = Stratify,
        Limit = Limit,
        Batch = Batch,
        Normalize = Normalize == "auto",
        NormalizeTargets = NormalizeTargets,
        Augment = Augment,
        ClassNames = List(NameClasses),
    };

    /// <summary>The names in a list with commas.</summary>
    public static ImmutableArray<string> List(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
