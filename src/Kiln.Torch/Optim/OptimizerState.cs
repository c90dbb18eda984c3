using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Optimizer.state_dict.html"/>
public abstract class OptimizerState : IDisposable
{
    /// <summary>Shows every number and tensor, in the order in which TorchSharp saves them.</summary>
    private protected abstract void Pass(StateFields fields);

    internal void CopyFrom(OptimizerState source)
    {
        if (ReferenceEquals(source, this)) return;
        using var off = no_grad();
        var copy = new StateCopy();
        source.Pass(copy);
        copy.IsGiving = true;
        Pass(copy);
    }

    internal void Save(BinaryWriter writer) => Pass(new StateWriter(writer));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="ArgumentException">A tensor does not fit the parameter.</exception>
    internal void Load(BinaryReader reader, Parameter parameter) => Pass(new StateReader(reader, parameter));

    internal void MoveTo(Device device) => Pass(new StateMove(device));

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Pass(new StateDisposal());
        GC.SuppressFinalize(this);
    }

    /// <summary>Zeros of the parameter's shape that outlive the current scope.</summary>
    private protected static Tensor ZerosLike(Parameter parameter) => Ops.zeros_like(parameter).DetachFromDisposeScope();

    /// <summary>Takes a tensor over: it leaves its dispose scope, and the one it replaces is freed.</summary>
    private protected static void Replace(ref Tensor? field, Tensor? tensor)
    {
        if (ReferenceEquals(field, tensor)) return;
        tensor?.DetachFromDisposeScope();
        field?.Dispose();
        field = tensor;
    }
}
