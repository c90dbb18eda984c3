namespace TorchSharp;

/// <summary>How the elements of a tensor are written.</summary>
public enum TensorStringStyle
{
    /// <summary>Type and sizes only.</summary>
    Metadata,

    /// <summary>Type and sizes, then rows in columns.</summary>
    Julia,

    /// <summary>Nested brackets.</summary>
    Numpy,

    /// <summary>Type and sizes, then an array as C# writes it.</summary>
    CSharp,

    /// <summary>The style in <see cref="torch.TensorStringStyle"/>.</summary>
    Default,
}
