namespace Kiln.Torch.Api;

/// <summary>Writes out the overload families that the list tells in one line.</summary>
internal static class Families
{
    private const string Options = "ScalarType? dtype = null, Device? device = null, bool requires_grad = false";
    private const string Named = Options + ", string[]? names = null";

    private static readonly string[] Elements =
        ["bool", "byte", "sbyte", "short", "int", "long", "float", "double", "Half", "BFloat16", "(float, float)", "Complex"];

    public static IEnumerable<string> Expand(string line) => line.Split(": ")[0] switch
    {
        "tensor" => Tensor(),
        "as_tensor" => AsTensor(),
        "full" => Sized("full", "Scalar value, " + Named),
        "zeros" or "ones" or "empty" => Sized(line.Split(':')[0], Named),
        "rand" or "randn" => Sized(line.Split(':')[0], Options + ", torch.Generator? generator = null, string[]? names = null"),
        _ => [line],
    };

    private static IEnumerable<string> Sized(string name, string rest)
    {
        string[] sizes = ["ReadOnlySpan<long> size", "long[] size"];
        return sizes.Concat(Dimensions("long")).Concat(Dimensions("int"))
            .Select(size => $"static Tensor {name}({size}, {rest})");
    }

    private static string[] Dimensions(string type) =>
    [
        $"{type} size",
        $"{type} rows, {type} columns",
        $"{type} dim0, {type} dim1, {type} dim2",
        $"{type} dim0, {type} dim1, {type} dim2, {type} dim3",
    ];

    private static IEnumerable<string> Tensor()
    {
        foreach (var element in Elements)
        {
            // Half and BFloat16 have no scalar of their own.
            if (element is "(float, float)" or "Complex")
                yield return $"static Tensor tensor({element} scalar, {Options})";
            else if (element is not ("Half" or "BFloat16"))
                yield return $"static Tensor tensor({element} scalar, Device? device = null, bool requires_grad = false)";
            foreach (var data in Arrays(element))
                yield return $"static Tensor tensor({data}, {Named})";
        }

        yield return $"static Tensor tensor(float real, float imaginary, {Options})";
    }

    private static IEnumerable<string> Arrays(string element)
    {
        foreach (var size in Dimensions("long").Skip(1))
            yield return $"IList<{element}> rawArray, {size}";
        foreach (var array in new[] { $"{element}[]", $"IList<{element}>" })
            yield return $"{array} rawArray";
        foreach (var array in new[] { $"{element}[]", $"IList<{element}>", $"Memory<{element}>" })
            yield return $"{array} rawArray, ReadOnlySpan<long> dimensions";
        foreach (var commas in new[] { ",", ",,", ",,," })
            yield return $"{element}[{commas}] rawArray";
    }

    private static IEnumerable<string> AsTensor()
    {
        const string rest = "ScalarType? dtype = null, Device? device = null";
        yield return $"static Tensor as_tensor(Tensor data, {rest})";
        foreach (var element in Elements.Where(element => element != "Half"))
        {
            yield return $"static Tensor as_tensor({element}[] rawArray, {rest})";
            yield return $"static Tensor as_tensor(IList<{element}> rawArray, {rest})";
        }
    }
}
