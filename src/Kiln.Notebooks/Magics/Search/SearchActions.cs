namespace Kiln.Notebooks;

/// <summary><c>#!search status</c>, <c>stop</c>, <c>resume</c>, <c>best</c> and <c>export</c>: what can be done with a study, of this process or another.</summary>
internal static class SearchActions
{
    private static readonly Dictionary<string, (string Allowed, Func<SearchMagicOptions, INotebookHost, Task> Do)> Actions = new()
    {
        ["status"] = ("--charts", Done(Status)),
        ["stop"] = ("", Done(Stop)),
        ["resume"] = ("--trials --charts", Resume),
        ["best"] = ("", Done(Best)),
        ["export"] = ("", Done(Export)),
    };

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Actions.Keys;

    /// <summary>Whether the word is one of them.</summary>
    public static bool Has(string word) => Actions.ContainsKey(word);

    /// <summary>Does it.</summary>
    public static Task Run(SearchMagic magic, SearchMagicOptions options, INotebookHost host)
    {
        var (allowed, action) = Actions[options.Method];
        OptionUse.RequireOnly(magic, options, allowed, $"#!search {options.Method}");
        if (options.File is { } file && options.Method != "export")
            throw new MagicException($"#!search {options.Method}: \"{file}\" is one word too many: it takes one study.");
        return action(options, host);
    }

    private static Func<SearchMagicOptions, INotebookHost, Task> Done(Action<SearchMagicOptions, INotebookHost> action) => (options, host) =>
    {
        action(options, host);
        return Task.CompletedTask;
    };

    private static async Task Resume(SearchMagicOptions options, INotebookHost host)
    {
        // A number of trials that was not typed is that of the search that goes on.
        int? trials = options.Trials == new SearchMagicOptions().Trials ? null : options.Trials;
        StudyPictures.ShowBelow(await Lab.ResumeStudy(options.Name, trials, host.Interrupted), options.Charts, host);
    }

    private static void Status(SearchMagicOptions options, INotebookHost host)
    {
        var study = Lab.Study(options.Name);
        host.Display(StudyReport.Of(study).ToBundle());
        StudyPictures.Show(study, options.Charts, host);
    }

    private static void Stop(SearchMagicOptions options, INotebookHost host)
    {
        var runs = Lab.StopStudy(options.Name);
        host.Display(new Report().Say($"Study {options.Name} stops after {(runs.Count == 1 ? "the batch" : "the batches")} in flight: {string.Join(", ", runs.Select(run => $"trial {run.Trial}"))}. The command that began it goes on from there.").ToBundle());
    }

    private static void Best(SearchMagicOptions options, INotebookHost host)
    {
        var study = Lab.Study(options.Name);
        var best = study.Best ?? throw new MagicException($"#!search best: no trial of study {study.Study} has a value yet.");
        var run = Lab.Runs.Get(best.RunId);
        var report = new Report().Say($"Trial {best.Number} is the best of {Numbers.Of(study.Trials.Count, "trial")}: {StudyReport.Chosen(best)}.");
        OptionsText.PutAgain(report, run);
        host.Display(report.ToBundle());
        RunsMagic.Show(run, host);
    }

    private static void Export(SearchMagicOptions options, INotebookHost host)
    {
        var file = options.File ?? throw new MagicException($"#!search export: the file is missing. For example: #!search export {options.Name} trials.csv");
        host.Display(new Report().Say($"Wrote {Numbers.Of(Lab.ExportStudy(options.Name, file), "trial")} to {file}.").ToBundle());
    }
}
