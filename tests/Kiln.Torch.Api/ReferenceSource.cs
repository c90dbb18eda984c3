using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Torch.Api;

/// <summary>Writes the listed types and members as C# with throwing bodies: what the TorchSharp package looks like to a compiler.</summary>
internal static class ReferenceSource
{
    private const string Head = """
        using System; using System.Collections; using System.Collections.Generic; using System.Globalization; using System.IO; using System.Numerics;
        using TorchSharp.Modules; using TorchSharp.Utils;
        using Collections = System.Collections;
        using Tensor = TorchSharp.torch.Tensor; using Device = TorchSharp.torch.Device; using ScalarType = TorchSharp.torch.ScalarType;
        using TensorIndex = TorchSharp.torch.TensorIndex; using nn = TorchSharp.torch.nn; using Reduction = TorchSharp.torch.nn.Reduction;
        using compute_mode = TorchSharp.torch.compute_mode; using AnomalyMode = TorchSharp.torch.autograd.AnomalyMode;
        namespace TorchSharp { public readonly struct Nothing { } }

        """;

    /// <summary>The source of a list.</summary>
    public static string Of(ApiList list)
    {
        var text = new StringBuilder(Head);
        var types = list.Groups.SelectMany(group => group.Types).ToList();
        var own = types.Where(type => type.Kind == "Class").Select(type => type.Name.Split('<')[0]).ToHashSet();
        foreach (var type in types.GroupBy(type => type.Name))
            Write(text, [.. type], own);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<ApiType> parts, HashSet<string> own)
    {
        var path = parts[0].Path;
        var space = path[0] is "Modules" or "Utils" ? 1 : 0;
        text.Append("namespace TorchSharp").Append(space > 0 ? "." + path[0] : "").AppendLine(" {");
        foreach (var outer in path.Skip(space).SkipLast(1)) text.Append("public partial class ").Append(outer).AppendLine(" {");
        text.AppendLine(Declaration(parts, path[^1]));
        var members = parts.SelectMany(part => part.Members).DistinctBy(Key).ToList();
        if (parts[0].Kind == "Enum") text.AppendLine(string.Join(", ", members.Select(member => CallSiteWriter.Escape(member.Name))));
        else foreach (var member in members) text.AppendLine(Member(member, own));
        if (parts[0].Kind == "Class" && !IsStatic(parts)) text.AppendLine(HiddenConstructor(parts, own));
        foreach (var _ in path.Skip(space)) text.Append('}');
        text.AppendLine("}");
    }

    private static string Declaration(IReadOnlyList<ApiType> parts, string name)
    {
        if (parts[0].Kind == "Enum") return $"public enum {name} {{";
        var modifier = IsStatic(parts) ? "static " : parts[0].Kind == "Class" && !IsConcrete(parts) ? "abstract " : "";
        var bases = parts.Select(part => part.BaseType).Where(text => text.Length > 0).Distinct().ToList();
        var after = bases.Count > 0 ? " : " + string.Join(", ", bases) : "";
        return $"public {modifier}partial {parts[0].Kind.ToLowerInvariant()} {name}{after}{Constraint(parts[0].SimpleName, parts[0].TypeParameters)} {{";
    }

    /// <summary>One constructor that nobody outside can call, for the classes below.</summary>
    private static string HiddenConstructor(IReadOnlyList<ApiType> parts, HashSet<string> own)
    {
        var below = HasOwnBase(parts, own) ? " : base(nothing)" : "";
        return $"internal {parts[0].SimpleName}(Nothing nothing){below} {{ }}{Enumerator(parts)}";
    }

    private static string Enumerator(IReadOnlyList<ApiType> parts) =>
        parts.Any(part => part.BaseType.StartsWith("IList<", StringComparison.Ordinal) || part.BaseType.Contains("IEnumerable<", StringComparison.Ordinal))
            ? " IEnumerator IEnumerable.GetEnumerator() => throw null;" : "";

    private static string Member(ApiMember member, HashSet<string> own)
    {
        if (member.Type.Kind == "Interface") return InInterface(member);
        var parameters = string.Join(", ", member.Parameters.Select(Parameter));
        var modifiers = "public " + (member.IsStatic ? "static " : member.IsAbstract ? "abstract " : "");
        var name = CallSiteWriter.Escape(member.Name);
        return member.Kind switch
        {
            ApiMemberKind.Constructor => Constructor(member, parameters, own),
            ApiMemberKind.Method => Method(member, modifiers, name, parameters),
            ApiMemberKind.Operator => Operator(member, parameters),
            ApiMemberKind.Indexer => $"public {member.ReturnType} this[{parameters}] {Accessors(member)}",
            ApiMemberKind.Constant => $"public const {member.ReturnType} {name} = default;",
            ApiMemberKind.Property when !member.IsStatic && !member.IsAbstract => $"public {Overridable(member)}{member.ReturnType} {name} {Accessors(member)}",
            _ => $"{modifiers}{member.ReturnType} {name} {Accessors(member)}",
        };
    }

    private static string InInterface(ApiMember member) => member.Kind == ApiMemberKind.Method
        ? $"{member.ReturnType} {member.Name}({string.Join(", ", member.Parameters.Select(Parameter))});"
        : $"{member.ReturnType} {member.Name} {{ get;{(member.HasSetter ? " set;" : "")} }}";

    private static string Method(ApiMember member, string modifiers, string name, string parameters)
    {
        var generic = member.TypeParameters.Count > 0 ? $"<{string.Join(", ", member.TypeParameters)}>" : "";
        var isObjects = member is { Name: "ToString" or "GetHashCode", Parameters.Count: 0 } or { Name: "Equals", Parameters: [{ Type: "object" or "object?" }] };
        if (isObjects) modifiers = "public override ";
        else if (member is { Name: "Dispose", Parameters.Count: 1 } or { Name: "RegisterComponents" or "_to" }) modifiers = "protected virtual ";
        else if (modifiers == "public ") modifiers += Overridable(member);
        var end = member.IsAbstract ? ";" : $"{Constraint(member.Type.SimpleName + "." + member.Name, member.TypeParameters)} => throw null;";
        return $"{modifiers}{member.ReturnType} {name}{generic}({parameters}){end}";
    }

    private static string Overridable(ApiMember member) =>
        member.Type.Kind != "Class" ? "" : member.Type.BaseType.StartsWith("torch.utils.data.", StringComparison.Ordinal) && member.Kind != ApiMemberKind.Indexer ? "override " : "virtual ";

    private static string Operator(ApiMember member, string parameters) => member.Name.Split(' ')[0] is "implicit" or "explicit"
        ? $"public static {member.Name} {member.ReturnType}({parameters}) => throw null;"
        : $"public static {member.ReturnType} operator {member.Name.Split(' ')[^1]}({parameters}) => throw null;";

    private static string Constructor(ApiMember member, string parameters, HashSet<string> own) =>
        $"public {member.Name}({parameters}){(HasOwnBase([member.Type], own) ? " : base(default(Nothing))" : "")} {{ }}";

    private static string Accessors(ApiMember member)
    {
        if (member.IsAbstract) return "{ get; }";
        var isProtected = member.Signature.Contains("protected set", StringComparison.Ordinal);
        var setter = member.HasSetter ? " set => throw null;" : isProtected ? " protected set => throw null;" : "";
        return $"{{ get => throw null;{setter} }}";
    }

    private static string Parameter(ApiParameter parameter)
    {
        var modifier = parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "";
        var defaultValue = parameter.Default is null ? "" : " = " + Default(parameter.Type, parameter.Default);
        return $"{modifier}{parameter.Type} {CallSiteWriter.Escape(parameter.Name)}{defaultValue}";
    }

    private static string Default(string type, string text)
    {
        if (text is "null" or "true" or "false" || text.StartsWith("default(", StringComparison.Ordinal) || text[0] is '"' or '\'') return text;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out _)) return type == "float" ? text + "f" : text;
        return SyntaxFacts.IsValidIdentifier(text) ? $"{type}.{text}" : text;
    }

    private static string Constraint(string place, IReadOnlyList<string> parameters)
    {
        var limit = place switch
        {
            "ModuleList" or "ModuleDict" or "Module.Create" or "nn.ModuleList" or "nn.ModuleDict" => "nn.Module",
            "Tensor.item" or "Tensor.data" or "Tensor.storage" or "TensorExtensionMethods.ToTensor" or "TensorAccessor" => "unmanaged",
            _ when place.StartsWith("ModuleExtensionMethods.", StringComparison.Ordinal) => "nn.Module",
            _ when place.StartsWith("DisposeScope.", StringComparison.Ordinal) => "IDisposable",
            _ => null,
        };
        return limit is null ? "" : string.Concat(parameters.Select(parameter => $" where {parameter} : {limit}"));
    }

    private static bool IsStatic(IReadOnlyList<ApiType> parts)
    {
        var members = parts.SelectMany(part => part.Members).ToList();
        return parts[0].Kind == "Class" && (members.Any(member => member.IsExtension) || (char.IsLower(parts[0].SimpleName[0]) && members.All(member => member.IsStatic)));
    }

    /// <summary>Whether user code may create it: it has constructors, and nothing of a module or a data set is left to write.</summary>
    private static bool IsConcrete(IReadOnlyList<ApiType> parts) =>
        parts.SelectMany(part => part.Members).Any(member => member.Kind == ApiMemberKind.Constructor)
        && !parts.SelectMany(part => part.Members).Any(member => member.IsAbstract)
        && !parts.Any(part => part.BaseType.Contains("nn.Module<", StringComparison.Ordinal) || part.BaseType.Contains("data.Dataset<", StringComparison.Ordinal));

    private static bool HasOwnBase(IReadOnlyList<ApiType> parts, HashSet<string> own) =>
        parts.Any(part => own.Contains(part.BaseType.Split('<')[0]));

    /// <summary>What makes two declarations one overload.</summary>
    private static string Key(ApiMember member) =>
        $"{member.Name}`{member.TypeParameters.Count}({string.Join(",", member.Parameters.Select(parameter => parameter.Type.TrimEnd('?')))}){(member.Name.EndsWith("plicit operator", StringComparison.Ordinal) ? member.ReturnType : "")}";
}
