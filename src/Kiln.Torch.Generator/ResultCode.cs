namespace Kiln.Torch.Generator;

/// <summary>The C# of an operator's results.</summary>
internal static class ResultCode
{
    /// <summary>The method's return type.</summary>
    public static string Type(OperatorSchema op) => op.Results switch
    {
        [] => "void",
        [var only] => TypeOf(only),
        var many => "(" + string.Join(", ", many.Select(r => r.Name.Length > 0 ? $"{TypeOf(r)} {Identifiers.Escape(r.Name)}" : TypeOf(r))) + ")",
    };

    /// <summary>The return statement.</summary>
    public static string Return(OperatorSchema op) => op switch
    {
        { ReturnsSelf: true } => "return self;",
        { Results: [] } => "",
        { Results: [var only] } => $"return {Read(only, 0)};",
        _ => "return (" + string.Join(", ", op.Results.Select(Read)) + ");",
    };

    private static string TypeOf(SchemaValue result) => result.Type switch
    {
        "Tensor" => "torch.Tensor",
        "Tensor[]" => "torch.Tensor[]",
        "int" or "ScalarType" => "long",
        "int[]" => "long[]",
        "float" => "double",
        "bool" => "bool",
        "Scalar" => "Scalar",
        var other => throw new FormatException($"operators.txt: no C# type for a result '{other}'."),
    };

    private static string Read(SchemaValue result, int position) => result.Type switch
    {
        "Tensor" => $"Value.TakeTensor(in r__[{position}])",
        "Tensor[]" => $"Value.TakeTensors(in r__[{position}])",
        "int[]" => $"Value.TakeInts(in r__[{position}])",
        "float" => $"r__[{position}].Real",
        "bool" => $"r__[{position}].Integer != 0",
        "Scalar" => $"new Scalar(Number.Take(in r__[{position}]))",
        _ => $"r__[{position}].Integer",
    };
}
