using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that is trained: a module that registers it returns it from <c>parameters()</c>.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Makes a parameter of a tensor's values.</summary>
    /// <param name="data">The values, (*); the parameter shares their memory and cuts their history.</param>
    /// <param name="requires_grad">Whether gradients are recorded for it.</param>
    public Parameter(Tensor data, bool requires_grad = true) : base(Ops.detach(data).DecoupleFromNativeHandle())
    {
        this.requires_grad = requires_grad;
    }

    /// <summary>Takes over a native tensor that is a parameter already, without cutting it off from who else holds it.</summary>
    internal Parameter(nint handle) : base(handle)
    {
    }
}
