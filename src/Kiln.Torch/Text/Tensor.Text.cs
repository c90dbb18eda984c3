using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Nested brackets.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>Type and sizes, then rows in columns.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>Nested braces, after type and sizes.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorStringStyle s_style = TensorStringStyle.Julia;

    /// <summary>How tensors are written where no style is named: Julia's at first.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => s_style;
        set => s_style = value == TensorStringStyle.Default ? TensorStringStyle.Julia : value;
    }

    public partial class Tensor
    {
        /// <summary>Sizes, type and device; the elements are written by <c>str()</c>, <c>print()</c> and the other overload.</summary>
        public override string ToString() => TensorText.Metadata(this);

        /// <summary>The elements in a style.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">The format of floating-point numbers; <c>g5</c> if left out.</param>
        /// <param name="width">Has no effect: long rows are shortened in the middle as PyTorch does.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture if left out.</param>
        /// <param name="newLine">What ends a line; the system's if left out.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            TensorText.Write(this, style, fltFormat, cultureInfo, newLine);

        /// <summary>The elements in the default style.</summary>
        /// <param name="disamb">Tells this overload from the one of all objects.</param>
        /// <param name="fltFormat">The format of floating-point numbers; <c>g5</c> if left out.</param>
        /// <param name="width">Has no effect: long rows are shortened in the middle as PyTorch does.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture if left out.</param>
        /// <param name="newLine">What ends a line; the system's if left out.</param>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            TensorText.Write(this, TensorStringStyle.Default, fltFormat, cultureInfo, newLine);
    }
}
