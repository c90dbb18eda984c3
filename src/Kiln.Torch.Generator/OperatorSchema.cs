namespace Kiln.Torch.Generator;

/// <summary>One line of operators.txt, taken apart.</summary>
/// <param name="Text">The line itself.</param>
/// <param name="Name">The operator's name without the namespace: <c>add_</c>.</param>
/// <param name="Overload">The overload's name: <c>Tensor</c>, or empty.</param>
/// <param name="Arguments">The arguments in order.</param>
/// <param name="Results">The results in order; names may be empty.</param>
/// <param name="ReturnsSelf">Whether the operator changes its first argument and returns it.</param>
internal sealed record OperatorSchema(
    string Text, string Name, string Overload, IReadOnlyList<SchemaValue> Arguments, IReadOnlyList<SchemaValue> Results, bool ReturnsSelf);

/// <summary>An argument or a result.</summary>
/// <param name="Type">The ATen type without alias marks, list lengths and the question mark: <c>int[]</c>.</param>
/// <param name="Optional">Whether None is allowed.</param>
/// <param name="Name">Its name, empty for most results.</param>
/// <param name="Default">The default as the schema writes it, or null.</param>
internal sealed record SchemaValue(string Type, bool Optional, string Name, string? Default);
