namespace Kiln.Notebooks;

/// <summary><c>#!runs tag</c>, <c>note</c>, <c>rm</c>, <c>undo</c> and <c>vacuum</c>.</summary>
internal static class RunsChanges
{
    public static void Tag(RunsMagicOptions options, INotebookHost host)
    {
        var run = Lab.Runs.Get(RunsWords.First(options, "the run is missing. For example: #!runs tag 3f2a good"));
        if (options.Words.Length < 2) throw new MagicException($"#!runs tag: the tags are missing. For example: #!runs tag {run.Id} good");
        var tags = options.Off ? Lab.Runs.Untag(run.Id, options.Words[1..]) : Lab.Runs.Tag(run.Id, options.Words[1..]);
        Say(host, $"Run {run.Id} ({run.Name}) has {(tags.Length == 0 ? "no tags" : "the tags " + string.Join(", ", tags))}.");
    }

    public static void Note(RunsMagicOptions options, INotebookHost host)
    {
        var run = Lab.Runs.Get(RunsWords.First(options, "the run is missing. For example: #!runs note 3f2a \"learns too slowly\""));
        var text = string.Join(' ', options.Words[1..]);
        Lab.Runs.Note(run.Id, text);
        Say(host, $"Run {run.Id} ({run.Name}) {(text.Length == 0 ? "has no note any more" : "has the note: " + text)}");
    }

    public static void Remove(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Words.Length == 0 && !RunsWords.IsFiltered(options)) throw new MagicException("#!runs rm: the runs are missing. For example: #!runs rm 3f2a, or #!runs rm --where status=failed");
        if (options.Words.Length > 0 && RunsWords.IsFiltered(options)) throw new MagicException("#!runs rm takes either runs or a filter such as --where, not both.");
        var runs = options.Words.Length > 0 ? [.. options.Words.Select(Lab.Runs.Get)] : Lab.Runs.List(RunsWords.Filter(options));
        Lab.Runs.Remove(runs.Select(run => run.Id));
        Say(host, runs.Count == 0 ? "No run fits the question; nothing was removed." : $"Removed {Numbers.Of(runs.Count, "run")}. #!runs undo brings back what was removed last; #!runs vacuum deletes the removed runs with their files.");
    }

    public static void Undo(RunsMagicOptions options, INotebookHost host)
    {
        var runs = Lab.Runs.Restore(options.Words);
        Say(host, runs.Length == 0 ? "There is no removed run to bring back." : $"Back again: {string.Join(", ", runs.Select(run => $"{run.Id} ({run.Name})"))}.");
    }

    public static void Vacuum(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Words is [var word, ..]) throw new MagicException($"#!runs vacuum takes no run, got \"{word}\": it deletes all removed runs. #!runs list --removed shows them.");
        Say(host, Lab.Runs.Vacuum() is var count and > 0 ? $"Deleted {Numbers.Of(count, "removed run")} with their files." : "There is no removed run; the store was tidied up.");
    }

    private static void Say(INotebookHost host, string text) => host.Display(new Report().Say(text).ToBundle());
}
