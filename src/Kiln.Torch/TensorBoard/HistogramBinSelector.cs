namespace TorchSharp.Utils.tensorboard.Enums;

/// <summary>How the bins of a histogram are made.</summary>
/// <remarks>Source: https://numpy.org/doc/1.24/reference/generated/numpy.histogram_bin_edges.html.</remarks>
public enum HistogramBinSelector : byte
{
    /// <summary>By the number of values and their skewness (Doane 1976).</summary>
    Doane = 0,

    /// <summary>By twice the cube root of the number of values.</summary>
    Rice,

    /// <summary>By the standard deviation and the number of values (Scott 1979).</summary>
    Scott,

    /// <summary>By the square root of the number of values.</summary>
    Sqrt,

    /// <summary>By the estimated error that leaving values out would cause (Stone 1984).</summary>
    Stone,

    /// <summary>By the binary logarithm of the number of values (Sturges 1926).</summary>
    Sturges,

    /// <summary>TensorFlow's: edges that grow by a tenth from 1e-12 to 1e20, on both sides of 0.</summary>
    Tensorflow,
}
