using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Torch.Api;

/// <summary>TorchSharp's public API as <c>torchsharp-api.txt</c> tells it.</summary>
public sealed partial class ApiList
{
    private ApiList(IReadOnlyList<ApiGroup> groups) => Groups = groups;

    /// <summary>The groups in the order of the file.</summary>
    public IReadOnlyList<ApiGroup> Groups { get; }

    /// <summary>Every member of every group.</summary>
    public IEnumerable<ApiMember> Members => Groups.SelectMany(group => group.Types).SelectMany(type => type.Members);

    /// <summary>Reads the list that lies beside this program.</summary>
    public static ApiList Read() => Parse(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "torchsharp-api.txt")));

    /// <summary>Reads a list from its lines.</summary>
    public static ApiList Parse(IEnumerable<string> lines)
    {
        var groups = new List<ApiGroup>();
        ApiType? type = null;
        foreach (var line in lines)
        {
            if (GroupLine().Match(line) is { Success: true } group)
                groups.Add(new ApiGroup(Number(group, "number"), group.Groups["title"].Value));
            else if (CountLine().Match(line) is { Success: true } count && groups.Count > 0)
                groups[^1].Declare(Number(count, "names"), Number(count, "overloads"));
            else if (TypeLine().Match(line) is { Success: true } header)
                groups[^1].Add(type = new ApiType(groups[^1], header.Groups["name"].Value, header.Groups["kind"].Value, header.Groups["base"].Value));
            else if (line.StartsWith("       ", StringComparison.Ordinal))
                AddMembers(type!, line.Trim());
        }

        return new ApiList(groups);
    }

    private static void AddMembers(ApiType type, string line)
    {
        if (type.Kind == "Enum")
            foreach (var name in line.Split(", "))
                type.Add(ApiMember.Constant(type, name));
        else
            foreach (var signature in Families.Expand(line))
                type.Add(SignatureParser.Parse(type, signature));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^### (?<number>\d+)\. (?<title>.*)$")]
    private static partial Regex GroupLine();

    [GeneratedRegex(@"^(?<names>\d+) names, (?<overloads>\d+) overloads")]
    private static partial Regex CountLine();

    [GeneratedRegex(@"^  \[(?<name>.*)\] (?<kind>Class|Struct|Enum|Interface)( : (?<base>.*))?$")]
    private static partial Regex TypeLine();
}
