using System.Globalization;

namespace Kiln.Runs.Tests;

/// <summary>The tables of src/Kiln.Runs/Statistics/README.md, between their marks.</summary>
internal static class SimulationPage
{
    private const string Begin = "<!-- measured: begin -->", End = "<!-- measured: end -->";

    /// <summary>Compares the tables with the page, or writes them there where KILN_WRITE_DOCS=1.</summary>
    public static void CheckOrWrite()
    {
        var page = File.ReadAllText(PagePath());
        var (head, tail) = (page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)], page[page.IndexOf(End, StringComparison.Ordinal)..]);
        var measured = $"{head}\n{string.Join('\n', Lines())}\n{tail}";
        if (Environment.GetEnvironmentVariable("KILN_WRITE_DOCS") == "1")
            File.WriteAllText(PagePath(), measured);
        else
            Assert.Equal(measured, page);
    }

    private static IEnumerable<string> Lines() =>
    [
        "Share of 95 % intervals that hold the true mean:",
        "",
        "| differences | sign-flip n = 6 | n = 10 | n = 30 | Student's t n = 6 | n = 10 | n = 30 | BCa n = 6 (never given) | n = 20 | n = 30 | n = 100 |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        .. Population.All.Select(population => Row(
            population.Name,
            [
                .. new[] { 6, 10, 30 }.Select(n => Simulation.SignFlipCoverage(population, n)),
                .. new[] { 6, 10, 30 }.Select(n => Simulation.TCoverage(population, n)),
                .. new[] { 6, 20, 30, 100 }.Select(n => Simulation.BcaCoverage(population, n)),
            ])),
        "",
        "Share of samples around zero that the sign-flip test rejects at alpha .05 (20,000 simulations):",
        "",
        "| differences | n = 6 | n = 10 | n = 30 |",
        "|---|---|---|---|",
        .. Population.All.Select(population => Row(population.Name, new[] { 6, 10, 30 }.Select(n => Simulation.FalseAlarms(population, n)))),
        "",
        "Share of comparisons of two equal arms in which the verdict calls a winner:",
        "",
        "| both arms | 6 seeds, of 2,000 | of 20,000 | 10 seeds, of 2,000 | of 20,000 |",
        "|---|---|---|---|---|",
        .. Population.All.Select(population => Row(
            population.Name,
            new[] { 6, 10 }.SelectMany(n => new[] { Simulation.Count, 10 * Simulation.Count }.Select(count => Simulation.WinnersOfEqualArms(population, n, count))))),
        "",
        "Share of comparisons in which the verdict calls the better arm the winner:",
        "",
        "| true difference, in standard deviations of the paired differences | 6 seeds | 10 seeds |",
        "|---|---|---|",
        .. new[] { 0.5, 1, 1.5, 2 }.Select(deviations =>
            Row(deviations.ToString(CultureInfo.InvariantCulture), new[] { 6, 10 }.Select(n => Simulation.Winners(n, deviations)))),
        "",
        "The number of pairs that is said to show a difference at a power of .8, and how often the verdict over so many calls the better arm:",
        "",
        "| true difference, in standard deviations of the paired differences | pairs | share |",
        "|---|---|---|",
        .. new[] { 0.25, 0.5, 0.75, 1, 1.5, 2 }.Select(Planned),
        "",
        $"Following the advice once: six seeds, and where the verdict cannot tell and asks for at most {AddedSeeds.Affordable} more, these:",
        "",
        "| true difference | winner over six seeds | told to add so few | seeds added (median) | of these with a winner then | wrong winners in all |",
        "|---|---|---|---|---|---|",
        .. new[] { 0, 0.5, 1, 1.5, 2 }.Select(Added),
        "",
        "False alarms at alpha .05 elsewhere (folds: 200,000 simulations):",
        "",
        "| test | share |",
        "|---|---|",
        Row("ten folds, corrected resampled t-test", [Simulation.FoldAlarms(differences => NadeauBengioTest.Of(differences).PValue <= 0.05)]),
        Row("ten folds, plain t-test (there is none in Kiln)", [Simulation.FoldAlarms(differences => MeanInterval.Of(differences) is { Low: > 0 } or { High: < 0 })]),
        Row("500 test examples, McNemar's test", [Simulation.McNemarAlarms()]),
    ];

    private static string Planned(double deviations)
    {
        var (pairs, power) = Simulation.AsPlanned(deviations);
        return string.Create(CultureInfo.InvariantCulture, $"| {deviations} | {pairs} | {power:0.000} |");
    }

    private static string Added(double deviations)
    {
        var added = AddedSeeds.Simulate(deviations);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {deviations} | {added.AtOnce:0.000} | {added.Advised:0.000} | {added.MedianAdded} | {added.Then:0.000} | {added.Wrong:0.000} |");
    }

    private static string Row(string name, IEnumerable<double> shares) =>
        $"| {name} | {string.Join(" | ", shares.Select(share => share.ToString("0.000", CultureInfo.InvariantCulture)))} |";

    private static string PagePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Notebook.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src", "Kiln.Runs", "Statistics", "README.md");
    }
}
