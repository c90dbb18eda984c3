using System.Linq.Expressions;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>An argument of a case that a parameter takes.</summary>
/// <param name="Json">The argument in the fixture.</param>
/// <param name="Position">Its place among the arguments.</param>
/// <param name="Element">Which number of a list it is, where the parameters of an overload take the numbers one by one.</param>
internal sealed record BoundArgument(JsonElement Json, int Position, int? Element = null)
{
    /// <summary>Whether a parameter of a type takes the argument.</summary>
    public bool Fits(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return Json.ValueKind switch
        {
            JsonValueKind.Null => inner != type || !type.IsValueType,
            JsonValueKind.True or JsonValueKind.False => inner == typeof(bool) || inner == typeof(Scalar),
            JsonValueKind.String => inner == typeof(string) || inner.IsEnum || inner == typeof(char),
            JsonValueKind.Number => inner == typeof(Scalar) || (IsWhole ? inner == typeof(long) || inner == typeof(int) : inner == typeof(double) || inner == typeof(float)),
            JsonValueKind.Object => Json.TryGetProperty("tensors", out _) ? IsTensorList(inner) : inner == typeof(Tensor),
            _ => Element is null ? ListCode(inner, [1L, 2L]) is not null || IsTupleOf(inner, Json.GetArrayLength()) : type == typeof(long) || type == typeof(int),
        };
    }

    /// <summary>The argument as an expression of a parameter's type.</summary>
    public Expression Code(Type type, ArgumentValues values)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        var code = Json.ValueKind switch
        {
            JsonValueKind.Null => Expression.Default(type),
            JsonValueKind.True or JsonValueKind.False => inner == typeof(Scalar) ? Expression.Constant(Json.GetBoolean().ToScalar()) : Expression.Constant(Json.GetBoolean()),
            JsonValueKind.String => Expression.Constant(inner.IsEnum ? Enum.Parse(inner, Json.GetString()!) : inner == typeof(char) ? Json.GetString()![0] : Json.GetString()),
            JsonValueKind.Number => Number(inner),
            JsonValueKind.Object => Json.TryGetProperty("tensors", out _) ? TensorList(inner, [.. values[Position]]) : Expression.Constant(values[Position][0]),
            _ => Element is { } element ? Expression.Constant(Convert.ChangeType(Numbers[element], type, System.Globalization.CultureInfo.InvariantCulture)) : ListCode(inner, Numbers) ?? Tuple(inner),
        };
        return code.Type == type ? code : Expression.Convert(code, type);
    }

    private bool IsWhole => Json.TryGetInt64(out _) && !Json.GetRawText().Contains('.');

    private long[] Numbers => [.. Json.EnumerateArray().Select(number => number.GetInt64())];

    private Expression Number(Type type)
    {
        if (type == typeof(Scalar)) return Expression.Constant(IsWhole ? Json.GetInt64().ToScalar() : Json.GetDouble().ToScalar());
        return Expression.Constant(Convert.ChangeType(IsWhole ? Json.GetInt64() : Json.GetDouble(), type, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsTensorList(Type type) => type == typeof(ReadOnlySpan<Tensor>) || (type != typeof(Tensor) && type.IsAssignableFrom(typeof(Tensor[])));

    private static Expression TensorList(Type type, Tensor[] tensors) => Expression.Convert(Expression.Constant(tensors), type);

    private static Expression? ListCode(Type type, long[] numbers)
    {
        if (type == typeof(int[])) return Expression.Constant(Array.ConvertAll(numbers, number => (int)number));
        if (type == typeof(Size)) return Expression.Constant(new Size(numbers));
        var fits = type == typeof(ReadOnlySpan<long>) || (type != typeof(object) && type.IsAssignableFrom(typeof(long[])));
        return fits ? Expression.Convert(Expression.Constant(numbers), type) : null;
    }

    private static bool IsTupleOf(Type type, int count) =>
        type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) && type.GetGenericArguments() is var parts
        && parts.Length == count && parts.All(part => part == typeof(long));

    private Expression Tuple(Type type) => Expression.New(type.GetConstructor(type.GetGenericArguments())!, Numbers.Select(number => Expression.Constant(number)));
}
