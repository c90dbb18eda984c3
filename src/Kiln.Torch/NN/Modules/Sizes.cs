namespace TorchSharp.Modules;

/// <summary>Spells sizes that may be given as one number, a tuple or an array as the array the operators take.</summary>
internal static class Sizes
{
    public static long[] Two(long size) => [size, size];

    public static long[] Two((long, long) sizes) => [sizes.Item1, sizes.Item2];

    public static long[]? Two(long? size) => size is { } value ? Two(value) : null;

    public static long[]? Two((long, long)? sizes) => sizes is { } value ? Two(value) : null;

    public static long[]? One(long? size) => size is { } value ? [value] : null;
}
