namespace TorchSharp;

/// <summary>Spells sizes given as a tuple as the array that operators take.</summary>
internal static class SizeArguments
{
    public static T[] AsArray<T>(this (T, T) sizes) => [sizes.Item1, sizes.Item2];

    public static T[] AsArray<T>(this (T, T, T) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];

    public static T[]? AsArray<T>(this (T, T)? sizes) where T : struct => sizes?.AsArray();

    public static T[]? AsArray<T>(this (T, T, T)? sizes) where T : struct => sizes?.AsArray();

    /// <summary>The same size in each of some dimensions.</summary>
    public static T[] Times<T>(this T size, int dimensions) where T : struct
    {
        var sizes = new T[dimensions];
        Array.Fill(sizes, size);
        return sizes;
    }

    /// <inheritdoc cref="Times{T}(T, int)"/>
    public static T[]? Times<T>(this T? size, int dimensions) where T : struct => size?.Times(dimensions);
}
