using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>What the words and options of a <c>#!runs</c> line ask for.</summary>
internal static class RunsWords
{
    /// <summary>The run that the line names, alone.</summary>
    public static string Run(RunsMagicOptions options)
    {
        if (options.Words.Length > 1) throw new MagicException($"#!runs {options.Action}: \"{options.Words[1]}\" is one word too many: it takes one run.");
        return First(options, "the run is missing. #!runs list shows the ids; the first letters of one are enough.");
    }

    /// <summary>The first word.</summary>
    public static string First(RunsMagicOptions options, string missing) =>
        options.Words is [var first, ..] ? first : throw new MagicException($"#!runs {options.Action}: {missing}");

    /// <summary>Which runs the options pick.</summary>
    public static RunFilter Filter(RunsMagicOptions options) => new()
    {
        Where = options.Where,
        Model = options.Model,
        Data = options.Data,
        Study = options.Study is { } study ? Lab.Runs.FindStudy(study)?.Id ?? throw UnknownStudy(study) : null,
        Tag = options.Tag,
        Status = options.Status is { } status ? Enum.Parse<RunStatus>(status, ignoreCase: true) : null,
        Sort = KnownToSortBy(options.Sort),
        Removed = options.Removed,
    };

    /// <summary>Whether the line picks some of the runs.</summary>
    public static bool IsFiltered(RunsMagicOptions options) => Filter(options) != new RunFilter { Sort = options.Sort, Removed = options.Removed };

    /// <summary>Names with commas between.</summary>
    public static string[] List(string? names) => (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // The store sorts by what no run has as by nothing; whoever types it has mistyped it.
    private static string? KnownToSortBy(string? sort)
    {
        if (sort is null || Lab.Runs.Count(new RunFilter()) == 0) return sort;
        var (name, known) = (sort.TrimStart('-'), Lab.Runs.Names());
        var value = name[(name.IndexOf('.') + 1)..];
        return known.Contains(name) || known.Contains(value) || known.Contains(value.Replace('-', '_'))
            ? sort
            : throw new MagicException($"#!runs --sort: no run has a column, metric, hyperparameter or option {name}.{Nearest.Hint(name, known)} For example: --sort -val_accuracy");
    }

    private static MagicException UnknownStudy(string name) =>
        new($"#!runs --study: there is no study {name}.{Nearest.Hint(name, Lab.Runs.ListStudies().Select(study => study.Name))}");
}
