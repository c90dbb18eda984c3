using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Nested brackets.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>Type and sizes, then rows in columns.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>Type and sizes, then an array as C# writes it.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>How tensors are written where no style is named: Julia's at first.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Current.Style;
        set => PrintOptions.Current = PrintOptions.Current with { Style = value == TensorStringStyle.Default ? TensorStringStyle.Julia : value };
    }

    /// <summary>Sets how tensors are written where a call does not say it.</summary>
    /// <param name="precision">The digits of floating-point numbers after the point.</param>
    /// <param name="linewidth">The most characters of a line in Julia's style; unchanged if left out.</param>
    /// <param name="newLine">What ends a line; unchanged if left out.</param>
    /// <param name="sci_mode">Whether floating-point numbers are written with an exponent.</param>
    /// <param name="maxRows">From how many on the slices of a dimension are shortened; unchanged if left out.</param>
    /// <param name="maxColumns">From how many on the elements of a row are shortened; unchanged if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a limit 0.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_printoptions.html"/>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        set_printoptions(null, string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? 'E' : 'F')}{precision}"), linewidth, newLine, maxRows, maxColumns);
    }

    /// <summary>Sets how tensors are written where a call does not say it. What is left out stays as it is.</summary>
    /// <param name="style">The style.</param>
    /// <param name="floatFormat">The format of floating-point numbers, <c>g5</c> at first.</param>
    /// <param name="linewidth">The most characters of a line in Julia's style, 100 at first.</param>
    /// <param name="newLine">What ends a line, the system's at first.</param>
    /// <param name="maxRows">From how many on the slices of a dimension are shortened, 6 at first.</param>
    /// <param name="maxColumns">From how many on the elements of a row are shortened, 6 at first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_printoptions.html"/>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(linewidth ?? 1, nameof(linewidth));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows ?? 1, nameof(maxRows));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxColumns ?? 1, nameof(maxColumns));
        if (style is { } chosen) TensorStringStyle = chosen;
        var current = PrintOptions.Current;
        PrintOptions.Current = current with
        {
            FloatFormat = floatFormat ?? current.FloatFormat,
            LineWidth = linewidth ?? current.LineWidth,
            NewLine = newLine ?? current.NewLine,
            MaxRows = maxRows ?? current.MaxRows,
            MaxColumns = maxColumns ?? current.MaxColumns,
        };
    }

    /// <summary>Sets how tensors are written where a call does not say it; the style stays as it is.</summary>
    /// <param name="profile">The settings.</param>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_printoptions.html"/>
    public static void set_printoptions(PrintOptionsProfile profile) =>
        PrintOptions.Current = PrintOptions.Of(profile) with { Style = PrintOptions.Current.Style };
}
