using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sizes, type and device; the elements are written by <c>str()</c>, <c>print()</c> and the other overloads.</summary>
        public override string ToString() => TensorText.Metadata(this);

        /// <summary>The elements in a style.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">The format of floating-point numbers; that of the print options, <c>g5</c> at first, if left out.</param>
        /// <param name="width">The most characters of a line in Julia's style; that of the print options, 100 at first, if left out.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture if left out, where TorchSharp takes the current one.</param>
        /// <param name="newLine">What ends a line; the system's if left out.</param>
        /// <remarks>Tensors on the meta device have no elements to write. Known difference: Julia's style leaves rows out of
        /// tensors of more than 1000 elements.</remarks>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            TensorText.Write(this, style, fltFormat, width, cultureInfo, newLine);

        /// <summary>The elements in the style of the print options.</summary>
        /// <param name="disamb">Tells this overload from the one of all objects.</param>
        /// <param name="fltFormat">The format of floating-point numbers; that of the print options if left out.</param>
        /// <param name="width">The most characters of a line in Julia's style; that of the print options if left out.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture if left out.</param>
        /// <param name="newLine">What ends a line; the system's if left out.</param>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            TensorText.Write(this, TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine);
    }
}
