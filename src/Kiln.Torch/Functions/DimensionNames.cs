using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

/// <summary>Names of dimensions, which this library does not have.</summary>
internal static class DimensionNames
{
    /// <summary>Accepts a missing list of names only.</summary>
    /// <exception cref="NotSupportedException">There are names.</exception>
    internal static void Refuse(string[]? names, string operation)
    {
        if (names is not null) Throw(operation, $"got the names {string.Join(", ", names)}. Leave the argument 'names' out and count the dimensions.");
    }

    /// <summary>What flatten does with names.</summary>
    internal static torch.Tensor Flatten(IList<string?> dims, string outDim)
    {
        Throw("flatten", $"got {string.Join(", ", dims)} to become {outDim}. Give the numbers of the first and the last dimension.");
        return null;
    }

    /// <summary>What unflatten does with names.</summary>
    internal static torch.Tensor Unflatten(string dim, (string Name, long Size)[] sizes)
    {
        Throw("unflatten", $"got {dim} to become {string.Join(", ", sizes.Select(s => s.Name))}. Give the number of the dimension and the sizes.");
        return null;
    }

    [DoesNotReturn]
    private static void Throw(string operation, string rest) =>
        throw new NotSupportedException($"{operation}: dimensions have numbers here and no names; {rest}");
}
