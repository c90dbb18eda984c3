using System.Text.RegularExpressions;

namespace Kiln.Torch.Api;

/// <summary>Puts real types in the place of type parameters, so that a generic member can be called.</summary>
internal static partial class TypeArguments
{
    /// <summary>A type text within a member, with the member's and its type's parameters closed.</summary>
    public static string Close(ApiMember member, string text)
    {
        var own = ChosenFor(member.Type.SimpleName + "." + member.Name);
        foreach (var parameter in member.TypeParameters)
            text = Replace(text, parameter, own);
        return Close(member.Type, text);
    }

    /// <summary>A type text within a type, with the type's parameters closed.</summary>
    public static string Close(ApiType type, string text)
    {
        foreach (var parameter in type.TypeParameters)
            text = Replace(text, parameter, ChosenFor(type.SimpleName));
        return text;
    }

    /// <summary>Whether a type text contains that name as a word.</summary>
    public static bool Mentions(string text, string name) => Word().Matches(text).Any(match => match.Value == name);

    private static string ChosenFor(string place) => place switch
    {
        "TensorAccessor" or "Dataset" or "DataLoader" => "float",
        "Tensor.item" or "Tensor.data" or "Tensor.storage" or "TensorExtensionMethods.ToTensor" => "float",
        "ModuleList" or "ModuleDict" => "nn.Module",
        "Module.Create" => "AnyModule",
        "nn.ModuleList" or "nn.ModuleDict" => "nn.Module",
        "HookableModule" => "Func<Tensor, Tensor>",
        _ when place.StartsWith("ModuleExtensionMethods.", StringComparison.Ordinal) => "nn.Module",
        _ => "Tensor",
    };

    private static string Replace(string text, string parameter, string argument) =>
        Word().Replace(text, match => match.Value == parameter ? argument : match.Value);

    [GeneratedRegex(@"(?<![.\w])\w+")]
    private static partial Regex Word();
}
