using Kiln.Torch.Api;
using TorchSharp;

namespace Kiln.Torch.Tests.Api;

/// <summary>How much of TorchSharp's API is there and is executed by these tests.</summary>
[Collection(LastOrderer.Last)]
public class CoverageTests
{
    /// <summary>What a course on training needs: the tensor itself, operators, scopes, modules, layers, losses, initialisers, optimizers, schedulers, data.</summary>
    private static readonly int[] s_whole = [4, 5, 9, 10, 11, 12, 15, 16, 17, 18];

    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Kiln.Torch.Tests");

    [Fact]
    public void The_listed_members_are_there_and_executed_by_tests()
    {
        Assert.SkipWhen(Environment.GetCommandLineArgs().Any(IsFilter), "Only a run of all tests can tell what they execute.");
        var executed = JitLog.Executed(typeof(torch).Module, typeof(CoverageTests).Module);
        var text = string.Concat(Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var members = new ExecutedMembers(executed, typeof(torch).Module, text);
        var list = ApiList.Read();
        var results = new CallSiteCompiler(typeof(torch).Assembly.Location).Check([.. list.Members]);

        var report = CoverageReport.Of(list, results, members.Contains);

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "api-coverage.txt"), report.Text);
        Console.WriteLine(report.Table);
        Assert.True(report.Share(list.Groups.Select(group => group.Number)) >= .8, $"Less than four of five names are covered:\n{report.Text}");
        foreach (var number in s_whole) Assert.True(report.Share(number) == 1, $"Names of group {number} are not covered:\n{report.MissingOf(number)}");
    }

    private static bool IsFilter(string argument) =>
        argument is "-class" or "-class-" or "-method" or "-method-" or "-namespace" or "-namespace-" or "-trait" or "-trait-" or "-filter";
}
