using System.Globalization;
using System.Text;
using Kiln.Torch.Api;

namespace Kiln.Torch.Tests.Api;

/// <summary>Counts by group. A name counts when each of its overloads compiles and one of them is executed.</summary>
internal sealed class CoverageReport
{
    private readonly StringBuilder _table = new("group   names    overloads executed\n");
    private readonly Dictionary<int, StringBuilder> _missing = [];
    private readonly Dictionary<int, (int Covered, int All)> _names = [];

    public string Table => _table.ToString();

    /// <summary>The table and everything that is missing.</summary>
    public string Text => $"{Table}\n{string.Concat(_missing.Values)}";

    /// <summary>What is missing of one group.</summary>
    public string MissingOf(int group) => _missing[group].ToString();

    /// <summary>The share of the names of some groups, 0..1.</summary>
    public double Share(params IEnumerable<int> groups)
    {
        var counts = groups.Select(group => _names[group]).ToList();
        return (double)counts.Sum(count => count.Covered) / counts.Sum(count => count.All);
    }

    public static CoverageReport Of(ApiList list, IReadOnlyList<MemberResult> results, Func<MemberResult, bool> isExecuted)
    {
        var report = new CoverageReport();
        var groups = results.GroupBy(result => result.Member.Type.Group).ToDictionary(group => group.Key);
        foreach (var group in list.Groups) report.Add(group, [.. groups[group]], isExecuted);
        return report;
    }

    private void Add(ApiGroup group, IReadOnlyList<MemberResult> results, Func<MemberResult, bool> isExecuted)
    {
        var ran = results.Where(result => result.IsPresent && isExecuted(result)).ToHashSet();
        var names = results.GroupBy(result => (result.Member.Type, result.Member.Name)).ToList();
        var covered = names.Count(name => name.All(result => result.IsPresent) && name.Any(ran.Contains));
        _names[group.Number] = (covered, names.Count);
        var missing = _missing[group.Number] = new StringBuilder();
        _table.AppendLine(CultureInfo.InvariantCulture, $"{group.Number,3} {covered,6} /{names.Count,4} {ran.Count,6} /{results.Count,4}  {group.Title}");
        foreach (var result in results.Where(result => !ran.Contains(result)))
        {
            var reason = result.Reason ?? (names.First(name => name.Contains(result)).Any(ran.Contains) ? "overload not executed" : "not executed");
            missing.AppendLine(CultureInfo.InvariantCulture, $"{group.Number} [{result.Member.Type.Name}] {result.Member.Signature}\n    {reason}");
        }
    }
}
