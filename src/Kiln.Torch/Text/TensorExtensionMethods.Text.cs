using System.Globalization;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The elements as a text.</summary>
    /// <param name="tensor">The tensor (*).</param>
    /// <param name="fltFormat">The format of floating-point numbers; that of the print options, <c>g5</c> at first, if null.</param>
    /// <param name="width">The most characters of a line in Julia's style; that of the print options, 100 at first, if null.</param>
    /// <param name="newLine">What ends a line; the system's if left out.</param>
    /// <param name="cultureInfo">How numbers are written; the invariant culture if left out.</param>
    /// <param name="style">The style; that of the print options if left out.</param>
    public static string str(this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        TensorText.Write(tensor, style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements in Julia's style.</summary>
    /// <inheritdoc cref="str"/>
    public static string jlstr(this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        TensorText.Write(tensor, TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements in NumPy's style.</summary>
    /// <inheritdoc cref="str"/>
    public static string npstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        TensorText.Write(tensor, TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements in C#'s style.</summary>
    /// <inheritdoc cref="str"/>
    public static string cstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        TensorText.Write(tensor, TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Sizes, type and device.</summary>
    /// <param name="tensor">The tensor (*).</param>
    public static string metastr(this torch.Tensor tensor) => TensorText.Metadata(tensor);

    /// <summary>Writes the elements to the console.</summary>
    /// <param name="t">The tensor (*).</param>
    /// <param name="fltFormat">The format of floating-point numbers; that of the print options if null.</param>
    /// <param name="width">The most characters of a line in Julia's style; that of the print options if null.</param>
    /// <param name="newLine">What ends a line; the system's if left out.</param>
    /// <param name="cultureInfo">How numbers are written; the invariant culture if left out.</param>
    /// <param name="style">The style; that of the print options if left out.</param>
    /// <returns>The given tensor (*).</returns>
    public static torch.Tensor print(this torch.Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.str(fltFormat, width, newLine, cultureInfo, style));
        return t;
    }
}
