using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Torch.Api;

/// <summary>
/// Writes the call sites of a member: a method whose parameters are the arguments, named as in the list and in its
/// order, and another that leaves out what has a default.
/// </summary>
internal sealed class CallSiteWriter
{
    private int _count;

    /// <summary>The uses that anybody can write.</summary>
    public IEnumerable<CallSite> Public(ApiMember member) => member.Kind switch
    {
        ApiMemberKind.Method => Method(member),
        ApiMemberKind.Constructor => Calls(member, arguments => $"new {Owner(member)}({arguments})", Owner(member)),
        ApiMemberKind.Operator => [Operator(member)],
        ApiMemberKind.Indexer => Indexer(member),
        ApiMemberKind.Constant => [Constant(member)],
        _ => Property(member),
    };

    /// <summary>The uses that only a derived class can write: for protected members and abstract classes.</summary>
    public IEnumerable<CallSite> Derived(ApiMember member)
    {
        var name = NextName();
        var (declared, arguments) = Arguments(member, member.Parameters);
        var body = member.Kind switch
        {
            ApiMemberKind.Constructor => $"protected {name}({declared}) : base({arguments}) {{ }}",
            ApiMemberKind.Method => Construction(member, name) + $"public {Return(member)} {name}_({declared}) => {(member.IsStatic ? Owner(member) : "this")}.{Escape(member.Name)}{Generic(member)}({arguments});",
            ApiMemberKind.Property => Construction(member, name) + $"public {Return(member)} {name}_() => this.{Escape(member.Name)};",
            _ => null,
        };
        if (body is not null) yield return new CallSite(member, name, $"public abstract class {name} : {Owner(member)} {{ {body} }}", true);
    }

    /// <summary>The override that a derived class has to write for an abstract member.</summary>
    public IEnumerable<CallSite> Overriding(ApiMember member)
    {
        if (!member.IsAbstract) yield break;
        var name = NextName();
        var tail = member.Kind == ApiMemberKind.Method ? $"({string.Join(", ", member.Parameters.Select(parameter => Declare(member, parameter)))})" : "";
        var declaration = $"public override {Return(member)} {Escape(member.Name)}{tail} => throw null!;";
        yield return new CallSite(member, name, $"public abstract class {name} : {Owner(member)} {{ {Construction(member, name)}{declaration} }}", false);
    }

    /// <summary>The constructor that a derived class needs where the base has none without parameters.</summary>
    private static string Construction(ApiMember member, string name)
    {
        var constructor = member.Type.Members.FirstOrDefault(other => other.Kind == ApiMemberKind.Constructor);
        if (constructor is null or { Parameters.Count: 0 }) return "";
        var arguments = constructor.Parameters.Select(parameter => $"{Escape(parameter.Name)}: default({Text(constructor, parameter.Type)})!");
        return $"protected {name}() : base({string.Join(", ", arguments)}) {{ }} ";
    }

    private IEnumerable<CallSite> Method(ApiMember member)
    {
        var receiver = member.IsStatic ? Owner(member) : "self";
        var self = member.IsStatic ? "" : $"{Owner(member)} self";
        foreach (var site in Calls(member, arguments => $"{receiver}.{Escape(member.Name)}{Generic(member)}({arguments})", Return(member), self))
            yield return site;
        if (!member.IsExtension) yield break;
        var (declared, arguments) = Arguments(member, member.Parameters.Skip(1));
        var on = Declare(member, member.Parameters[0] with { Name = "self" });
        yield return Site(member, Return(member), Join(on, declared), $"self.{Escape(member.Name)}({arguments})", true);
    }

    private IEnumerable<CallSite> Calls(ApiMember member, Func<string, string> call, string result, string self = "")
    {
        var (declared, arguments) = Arguments(member, member.Parameters);
        yield return Site(member, result, Join(self, declared), call(arguments), true);
        var required = member.Parameters.Where(parameter => parameter.Default is null).ToList();
        if (required.Count == member.Parameters.Count) yield break;
        (declared, arguments) = Arguments(member, required);
        yield return Site(member, result, Join(self, declared), call(arguments), false);
    }

    private CallSite Operator(ApiMember member)
    {
        var types = member.Parameters.Select(parameter => Text(member, parameter.Type)).ToList();
        var sign = member.Name.Split(' ')[^1];
        var expression = member.Name.Split(' ')[0] switch
        {
            "implicit" => "a",
            "explicit" => $"({member.ReturnType})a",
            _ => types.Count == 1 ? $"{sign}a" : $"a {sign} b",
        };
        return Site(member, Return(member), string.Join(", ", types.Select((type, i) => $"{type} {(char)('a' + i)}")), expression, true);
    }

    private IEnumerable<CallSite> Indexer(ApiMember member)
    {
        var arguments = string.Join(", ", member.Parameters.Select(parameter => Escape(parameter.Name)));
        var declared = Join($"{Owner(member)} self", string.Join(", ", member.Parameters.Select(parameter => Declare(member, parameter))));
        yield return Site(member, Return(member), declared, $"self[{arguments}]", true);
        if (member.HasSetter)
            yield return Site(member, "void", Join(declared, $"{Return(member)} value_"), $"self[{arguments}] = value_", false);
    }

    private IEnumerable<CallSite> Property(ApiMember member)
    {
        var (receiver, self) = member.IsStatic ? (Owner(member), "") : ("self", $"{Owner(member)} self");
        var access = $"{receiver}.{Escape(member.Name)}";
        yield return Site(member, Return(member), self, access, true);
        if (member.HasSetter) yield return Site(member, "void", Join(self, $"{Return(member)} value_"), $"{access} = value_", false);
    }

    private CallSite Constant(ApiMember member)
    {
        var name = NextName();
        var code = $"public static {Return(member)} {name}() {{ const {Return(member)} value = {Owner(member)}.{Escape(member.Name)}; return value; }}";
        return new CallSite(member, name, code, true);
    }

    private CallSite Site(ApiMember member, string result, string declared, string expression, bool takesAll)
    {
        var name = NextName();
        return new CallSite(member, name, $"public static {result} {name}({declared}) => {expression};", takesAll);
    }

    private static (string Declared, string Passed) Arguments(ApiMember member, IEnumerable<ApiParameter> parameters)
    {
        var list = parameters.ToList();
        return (string.Join(", ", list.Select(parameter => Declare(member, parameter))), string.Join(", ", list.Select(Pass)));
    }

    private static string Declare(ApiMember member, ApiParameter parameter) =>
        $"{(parameter.Modifier is "ref" or "out" ? parameter.Modifier + " " : "")}{Text(member, parameter.Type)} {Escape(parameter.Name)}";

    private static string Pass(ApiParameter parameter) =>
        $"{Escape(parameter.Name)}: {(parameter.Modifier is "ref" or "out" ? parameter.Modifier + " " : "")}{Escape(parameter.Name)}";

    private static string Join(string first, string rest) => first.Length == 0 || rest.Length == 0 ? first + rest : $"{first}, {rest}";

    private static string Owner(ApiMember member) => TypeArguments.Close(member.Type, member.Type.Name);

    /// <summary>The type arguments, where the arguments do not tell them.</summary>
    private static string Generic(ApiMember member)
    {
        var isInferred = member.TypeParameters.All(parameter => member.Parameters.Any(other => TypeArguments.Mentions(other.Type, parameter)));
        return isInferred ? "" : $"<{string.Join(", ", member.TypeParameters.Select(parameter => Text(member, parameter)))}>";
    }

    private static string Return(ApiMember member) => Text(member, member.ReturnType);

    private static string Text(ApiMember member, string type) => TypeArguments.Close(member, type);

    internal static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private string NextName() => "S" + _count++.ToString(CultureInfo.InvariantCulture);
}
