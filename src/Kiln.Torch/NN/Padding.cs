namespace TorchSharp;

/// <summary>How much a convolution pads, given by rule.</summary>
public enum Padding
{
    /// <summary>No padding.</summary>
    Valid = 0,

    /// <summary>As much as keeps the size of the input; stride 1 only.</summary>
    Same = 1,
}

/// <summary>What stands in the padding.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The values mirrored at the border, the border itself not repeated.</summary>
    Reflect = 1,

    /// <summary>The border's value.</summary>
    Replicate = 2,

    /// <summary>The values of the opposite side.</summary>
    Circular = 3,

    /// <summary>One constant value.</summary>
    Constant = 4,
}
