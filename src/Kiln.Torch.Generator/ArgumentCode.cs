using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator;

/// <summary>The C# of one argument of a generated method.</summary>
internal sealed partial class ArgumentCode
{
    private readonly SchemaValue _argument;
    private readonly int _position;

    /// <summary>Works out the code for an argument at a position of its operator.</summary>
    public ArgumentCode(SchemaValue argument, int position)
    {
        _argument = argument;
        _position = position;
        Name = Identifiers.Escape(argument.Name);
        (Type, Value) = Describe();
    }

    /// <summary>The parameter's name, escaped if it is a keyword.</summary>
    public string Name { get; }

    /// <summary>The parameter's C# type.</summary>
    public string Type { get; }

    /// <summary>The expression of the native value.</summary>
    public string Value { get; }

    /// <summary>Whether the parameter can be left out.</summary>
    public bool HasDefault => _argument.Default is not null;

    /// <summary>The parameter's declaration. Defaults that C# cannot write become null, which stands for the schema's own.</summary>
    public string Declaration => HasDefault ? $"{Type} {Name} = {Literal ?? "null"}" : $"{Type} {Name}";

    /// <summary>Statements before the call, or empty.</summary>
    public string Preparation => _argument.Type switch
    {
        "str" => $"var text{_position} = {Name} is null ? null : System.Text.Encoding.UTF8.GetBytes({Name});",
        "Tensor[]" or "Tensor?[]" =>
            $"Span<nint> handles{_position} = {Name}.Length <= 64 ? stackalloc nint[64] : new nint[{Name}.Length]; Value.Handles({Name}, handles{_position});",
        "Scalar[]" =>
            $"Span<Value> numbers{_position} = {Name}.Length <= 64 ? stackalloc Value[64] : new Value[{Name}.Length]; Value.Numbers({Name}, numbers{_position});",
        _ => "",
    };

    /// <summary>The fixed statement that pins what the value points to, or empty.</summary>
    public string Pin => _argument.Type switch
    {
        "str" => $"fixed (byte* p{_position} = text{_position})",
        "int[]" => $"fixed (long* p{_position} = {Name})",
        "float[]" => $"fixed (double* p{_position} = {Name})",
        "bool[]" => $"fixed (bool* p{_position} = {Name})",
        "Scalar[]" => $"fixed (Value* p{_position} = numbers{_position})",
        "Tensor[]" or "Tensor?[]" => $"fixed (nint* p{_position} = handles{_position})",
        _ => "",
    };

    /// <summary>The statement that keeps the argument from being finalised during the call, or empty.</summary>
    public string KeepAlive => _argument.Type switch
    {
        "Tensor" or "Generator" => $"GC.KeepAlive({Name});",
        "Tensor[]" or "Tensor?[]" => $"Value.KeepAlive({Name});",
        _ => "",
    };

    private (string Type, string Value) Describe() => _argument.Type switch
    {
        "Tensor" => _argument.Optional ? ("torch.Tensor?", $"Value.OptionalTensor({Name})") : ("torch.Tensor", $"Value.Tensor({Name})"),
        "int" or "Layout" or "MemoryFormat" => Number("long", "Int"),
        "float" => Number("double", "Float"),
        "bool" => Number("bool", "Bool"),
        "Scalar" => HasDefault || _argument.Optional ? ("Number?", $"Value.OptionalNumber({Name}, {Missing})") : ("Number", $"Value.Number({Name})"),
        "ScalarType" => Number("torch.ScalarType", "Type"),
        "Device" => _argument.Optional ? ("torch.Device?", $"Value.OptionalDevice({Name})") : ("torch.Device", $"Value.Device({Name})"),
        "Generator" => ("torch.Generator?", $"Value.Generator({Name})"),
        "str" => (HasDefault || _argument.Optional ? "string?" : "string", $"Value.Text(p{_position}, text{_position}, {Missing})"),
        "int[]" => Array("long", "Ints"),
        "float[]" => Array("double", "Floats"),
        "bool[]" => Array("bool", "Bools"),
        "Scalar[]" => ("ReadOnlySpan<Number>", $"Value.Numbers(p{_position}, {Name}.Length)"),
        "Tensor[]" => ("ReadOnlySpan<torch.Tensor>", $"Value.Tensors(p{_position}, {Name}.Length)"),
        "Tensor?[]" => ("ReadOnlySpan<torch.Tensor?>", $"Value.Tensors(p{_position}, {Name}.Length)"),
        var other => throw new FormatException($"operators.txt: no C# type for '{other}'."),
    };

    private (string, string) Number(string type, string value)
    {
        if (HasDefault && Literal is null) return ($"{type}?", $"{Name} is {{ }} value{_position} ? Value.{value}(value{_position}) : {Missing}");
        return _argument.Optional ? ($"{type}?", $"{Name} is {{ }} value{_position} ? Value.{value}(value{_position}) : default") : (type, $"Value.{value}({Name})");
    }

    private (string, string) Array(string type, string value) =>
        HasDefault || _argument.Optional
            ? ($"{type}[]?", $"{Name} is null ? {Missing} : Value.{value}(p{_position}, {Name}.Length)")
            : ($"ReadOnlySpan<{type}>", $"Value.{value}(p{_position}, {Name}.Length)");

    /// <summary>What null stands for: None where that is the default or there is none, otherwise the schema's default.</summary>
    private string Missing => _argument.Default is null or "None" ? "default" : "Value.Default";

    private string? Literal => (_argument.Type, _argument.Default) switch
    {
        (_, null or "None") => null,
        ("int" or "MemoryFormat", var number) when IntegerPattern().IsMatch(number) => number,
        ("float", var number) when FloatPattern().IsMatch(number) => number.EndsWith('.') ? number + "0" : number,
        ("bool", var truth) => truth == "True" ? "true" : "false",
        _ => null,
    };

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"^-?\d+\.?\d*(e-?\d+)?$")]
    private static partial Regex FloatPattern();
}
