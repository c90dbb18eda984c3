using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    /// <summary>The tensors remembered; only those that exist.</summary>
    private protected abstract IEnumerable<Tensor> Tensors { get; }

    /// <summary>Takes copies of another state's tensors.</summary>
    private protected abstract void CopyTensors(OptimizerState source);

    internal void CopyFrom(OptimizerState source)
    {
        if (ReferenceEquals(source, this)) return;
        using var off = no_grad();
        CopyTensors(source);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in Tensors.ToList()) tensor.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Zeros of the parameter's shape that outlive the current scope.</summary>
    private protected static Tensor ZerosLike(Parameter parameter) => Ops.zeros_like(parameter).DetachFromDisposeScope();

    private protected static Tensor? Copy(Tensor? tensor) => tensor is null ? null : Ops.clone(tensor);

    /// <summary>Takes a tensor over: it leaves its dispose scope, and the one it replaces is freed.</summary>
    private protected static void Replace(ref Tensor? field, Tensor? tensor)
    {
        if (ReferenceEquals(field, tensor)) return;
        tensor?.DetachFromDisposeScope();
        field?.Dispose();
        field = tensor;
    }
}
