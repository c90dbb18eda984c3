using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kiln.Torch.Api;

/// <summary>
/// <c>summary</c> counts what is there by group; <c>missing 11</c> names what group 11 lacks, <c>missing all</c> every gap;
/// <c>docs</c> counts by type what the documentation lacks, <c>docs torch.nn</c> names it for the types that start so.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["reference"]) return Reference();
        if (arguments is ["docs", ..]) return Documentation(arguments.ElementAtOrDefault(1));
        var list = ApiList.Read();
        var results = new CallSiteCompiler(Path.Combine(AppContext.BaseDirectory, "Kiln.Torch.dll")).Check([.. list.Members]);
        switch (arguments)
        {
            case ["missing", var group]:
                Missing(results.Where(result => group == "all" || result.Member.Type.Group.Number.ToString(CultureInfo.InvariantCulture) == group));
                return 0;
            case [] or ["summary"]:
                Summary(list, results);
                return 0;
            default:
                Console.Error.WriteLine("Use: summary, missing GROUP, missing all, docs, or docs TYPE.");
                return 1;
        }
    }

    private static int Reference()
    {
        var compilation = ReferenceAssembly.Compile();
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var error in errors) Console.WriteLine($"{error.Id} {error.GetMessage()}\n    {error.Location.SourceTree!.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}");
        return errors.Count;
    }

    private static int Documentation(string? type)
    {
        var gaps = new DocumentationCheck(Path.Combine(AppContext.BaseDirectory, "Kiln.Torch.dll")).Gaps().ToList();
        if (type is null)
            foreach (var group in gaps.GroupBy(gap => (gap.Type, gap.Lack.Split(':')[0])).OrderBy(group => group.Key))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(),4} {group.Key.Item2,-18} {group.Key.Type}"));
        else
            foreach (var gap in gaps.Where(gap => gap.Type.StartsWith("TorchSharp." + type, StringComparison.Ordinal)))
                Console.WriteLine($"{gap.Lack,-18} {gap.Member}");
        return 0;
    }

    private static void Missing(IEnumerable<MemberResult> results)
    {
        ApiType? type = null;
        foreach (var result in results.Where(result => !result.IsPresent))
        {
            if (type != result.Member.Type) Console.WriteLine($"[{(type = result.Member.Type).Name}] (group {type.Group.Number})");
            Console.WriteLine($"    {result.Member.Signature}\n        {result.Reason}");
        }
    }

    private static void Summary(ApiList list, IReadOnlyList<MemberResult> results)
    {
        var present = results.ToDictionary(result => result.Member, result => result.IsPresent, ReferenceEqualityComparer.Instance as IEqualityComparer<ApiMember>);
        Console.WriteLine("group        names   overloads");
        foreach (var group in list.Groups)
        {
            var names = group.Members.GroupBy(member => (member.Type, member.Name)).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Number,2} {names.Count(name => name.All(member => present[member])),8} /{names.Count,4} {group.Members.Count(member => present[member]),6} /{group.Members.Count(),4}   {group.Title}"));
        }
    }
}
