namespace TorchSharp;

/// <summary>How tensors are written where a call does not say it.</summary>
/// <param name="Style">The style.</param>
/// <param name="FloatFormat">The format of floating-point numbers.</param>
/// <param name="LineWidth">The most characters of a line in Julia's style.</param>
/// <param name="NewLine">What ends a line.</param>
/// <param name="MaxRows">Dimensions but the last are shortened where they are larger.</param>
/// <param name="MaxColumns">The last dimension is shortened where it is larger.</param>
internal sealed record PrintOptions(
    TensorStringStyle Style = TensorStringStyle.Julia, string FloatFormat = "g5", int LineWidth = 100, string? NewLine = null, int MaxRows = 6, int MaxColumns = 6)
{
    /// <summary>The options of the process.</summary>
    internal static PrintOptions Current { get; set; } = new();

    internal static PrintOptions Of(PrintOptionsProfile profile) => profile switch
    {
        PrintOptionsProfile.@short => new(FloatFormat: "F2", MaxRows: 4, MaxColumns: 4),
        PrintOptionsProfile.full => new(LineWidth: int.MaxValue, MaxRows: int.MaxValue, MaxColumns: int.MaxValue),
        _ => new(),
    };
}
