using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Walks over the numbers and tensors of an optimizer's state in the order in which TorchSharp saves them.</summary>
internal abstract class StateFields
{
    public abstract void Count(ref long value);

    public abstract void Number(ref double value);

    /// <summary>Visits a tensor. One that is optional may be null, and says so in a file.</summary>
    public abstract void Tensor(ref Tensor? tensor, bool isOptional = false);
}

/// <summary>Writes a state.</summary>
internal sealed class StateWriter(BinaryWriter writer) : StateFields
{
    public override void Count(ref long value) => writer.Write(value);

    public override void Number(ref double value) => writer.Write(value);

    public override void Tensor(ref Tensor? tensor, bool isOptional = false)
    {
        if (isOptional) writer.Write(tensor is not null);
        tensor?.Save(writer);
    }
}

/// <summary>Reads a state of a parameter.</summary>
internal sealed class StateReader(BinaryReader reader, Tensor parameter) : StateFields
{
    public override void Count(ref long value) => value = reader.ReadInt64();

    public override void Number(ref double value) => value = reader.ReadDouble();

    public override void Tensor(ref Tensor? tensor, bool isOptional = false)
    {
        bool isThere = !isOptional || reader.ReadBoolean();
        tensor?.Dispose();
        tensor = null;
        if (!isThere) return;
        tensor = torch.Tensor.Load(reader).DetachFromDisposeScope();
        if (!tensor.shape.AsSpan().SequenceEqual(parameter.shape) || tensor.dtype != parameter.dtype)
            throw new ArgumentException($"load_state_dict: expected a state of {Text(parameter)}, as its parameter is, got {Text(tensor)}. Load into an optimizer of the same parameters in the same order.");
    }

    private static string Text(Tensor tensor) => $"({string.Join(", ", tensor.shape)}) {tensor.dtype}";
}

/// <summary>Copies a state: the first walk takes the values, the second gives copies of them to another state.</summary>
internal sealed class StateCopy : StateFields
{
    private readonly Queue<object?> _values = new();

    public bool IsGiving { get; set; }

    public override void Count(ref long value)
    {
        if (IsGiving) value = (long)_values.Dequeue()!;
        else _values.Enqueue(value);
    }

    public override void Number(ref double value)
    {
        if (IsGiving) value = (double)_values.Dequeue()!;
        else _values.Enqueue(value);
    }

    public override void Tensor(ref Tensor? tensor, bool isOptional = false)
    {
        if (!IsGiving)
        {
            _values.Enqueue(tensor);
            return;
        }
        tensor?.Dispose();
        tensor = ((Tensor?)_values.Dequeue())?.clone().DetachFromDisposeScope();
    }
}

/// <summary>Moves a state to a device.</summary>
internal sealed class StateMove(Device device) : StateFields
{
    public override void Count(ref long value)
    {
    }

    public override void Number(ref double value)
    {
    }

    public override void Tensor(ref Tensor? tensor, bool isOptional = false)
    {
        if (tensor is null || tensor.device_type == device.type) return;
        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        tensor = moved;
    }
}

/// <summary>Frees a state.</summary>
internal sealed class StateDisposal : StateFields
{
    public override void Count(ref long value)
    {
    }

    public override void Number(ref double value)
    {
    }

    public override void Tensor(ref Tensor? tensor, bool isOptional = false) => tensor?.Dispose();
}
