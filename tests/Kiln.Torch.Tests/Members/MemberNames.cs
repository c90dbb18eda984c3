using System.Reflection;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>The methods that the tables of members make.</summary>
internal static partial class MemberNames
{
    /// <summary>Members that another test class executes, because Python has no like or chance decides.</summary>
    private static readonly HashSet<string> s_elsewhere =
    [
        "tensor", "as_tensor", "empty", "empty_like", "new_empty", // FactoryTests
        "is_tensor", "numel", "flatten(IList", "unflatten(String", // MemberTests
    ];

    public static IEnumerable<MethodInfo> Methods()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "members"), "*.txt"))
        {
            var owner = typeof(TorchSharp.torch);
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith("@in ", StringComparison.Ordinal)) owner = MemberCase.Owner(line["@in torch".Length..].TrimStart('.'));
                if (HeaderPattern().Match(line) is not { Success: true } header) continue;
                foreach (var method in Of(owner, header.Groups["name"].Value)) yield return method;
            }
        }
    }

    private static IEnumerable<MethodInfo> Of(Type owner, string name)
    {
        Type[] types = owner == typeof(TorchSharp.torch) ? [owner, typeof(Tensor)] : [owner];
        return types.SelectMany(type => type.GetMember(name).Concat(type.GetMember(name + "_"))).OfType<MethodInfo>().Where(IsWanted);
    }

    private static bool IsWanted(MethodInfo method)
    {
        var text = $"{method.Name}({method.GetParameters().ElementAtOrDefault(method.IsStatic ? 1 : 0)?.ParameterType.Name.Split('`')[0]}";
        return !s_elsewhere.Contains(method.Name) && !s_elsewhere.Any(start => start.Contains('(') && text.StartsWith(start, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(static )?[A-Z(b].*? (?<name>\w+)\(")]
    private static partial Regex HeaderPattern();
}
