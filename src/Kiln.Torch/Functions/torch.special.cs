namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/special.html"/>
    public static partial class special
    {
    }
}
