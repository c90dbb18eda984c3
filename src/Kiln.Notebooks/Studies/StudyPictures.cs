namespace Kiln.Notebooks;

/// <summary>Which pictures of a study are shown.</summary>
internal static class StudyPictures
{
    /// <summary>Shows those that the words ask for below a search, whose live view has drawn the history already.</summary>
    public static void ShowBelow(StudyResult study, string? words, INotebookHost host) => Show(study, Chosen(words).Except(["history"]), host);

    /// <summary>Shows those that the words ask for.</summary>
    public static void Show(StudyResult study, string? words, INotebookHost host) => Show(study, words is null ? StudyCharts.Usual.Prepend("history") : Chosen(words), host);

    private static void Show(StudyResult study, IEnumerable<string> names, INotebookHost host)
    {
        foreach (var chart in names.SelectMany(study.Charts.Named))
            host.Display(ChartBundle.Final(chart));
    }

    private static IReadOnlyList<string> Chosen(string? words)
    {
        if (words is null) return StudyCharts.Usual;
        var names = words.Split(',');
        return names.Contains("all") ? [.. StudyCharts.Names] : [.. names.Intersect(StudyCharts.Names)];
    }
}
