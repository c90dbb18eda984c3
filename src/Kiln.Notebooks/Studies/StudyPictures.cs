namespace Kiln.Notebooks;

/// <summary>Which pictures of a study are shown.</summary>
internal static class StudyPictures
{
    /// <summary>Refuses a word that names none.</summary>
    /// <exception cref="MagicException">There is no such picture.</exception>
    public static void Check(string? words) => Chosen(words);

    /// <summary>Shows those that the words ask for; the history of a search is drawn by its live view already.</summary>
    public static void Show(StudyResult study, string? words, INotebookHost host)
    {
        foreach (var chart in Chosen(words).SelectMany(study.Charts.Named))
            host.Display(ChartBundle.Final(chart));
    }

    private static IReadOnlyList<string> Chosen(string? words)
    {
        if (words is null) return StudyCharts.Usual;
        var names = words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names is ["all"]) return [.. StudyCharts.Names];
        if (names is ["none"]) return [];
        foreach (var name in names)
            if (!StudyCharts.Names.Contains(name))
                throw new MagicException($"#!search --charts: there is no picture '{name}'; there are {string.Join(", ", StudyCharts.Names)}, all and none.{Nearest.Hint(name, StudyCharts.Names)}");
        return names;
    }
}
