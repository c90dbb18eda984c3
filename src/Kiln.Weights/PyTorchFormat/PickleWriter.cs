using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kiln.Weights;

/// <summary>Writes the pickle of a state dict as <c>torch.save</c> would, protocol 2, without the memo that only saves bytes.</summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream _stream = new();

    public PickleWriter() => Bytes(PickleOpcode.Protocol, 2);

    public void BeginOrderedDict()
    {
        EmptyOrderedDict();
        Mark();
    }

    public byte[] EndOrderedDict()
    {
        Bytes(PickleOpcode.SetItems);
        Bytes(PickleOpcode.Stop);
        return _stream.ToArray();
    }

    /// <summary>One entry: the name, and a call that rebuilds a contiguous tensor from its storage.</summary>
    public void Tensor(string name, StorageRecord storage, long[] shape)
    {
        Text(name);
        Global("torch._utils", "_rebuild_tensor_v2");
        Mark();
        Storage(storage);
        Integer(0);
        Integers(shape);
        Integers(ContiguousStrides(shape));
        Bytes(PickleOpcode.False);
        EmptyOrderedDict();
        Bytes(PickleOpcode.Tuple);
        Bytes(PickleOpcode.Reduce);
    }

    private void Storage(StorageRecord storage)
    {
        int dot = storage.Type.Name.LastIndexOf('.');
        Mark();
        Text("storage");
        Global(storage.Type.Name[..dot], storage.Type.Name[(dot + 1)..]);
        Text(storage.Key);
        Text("cpu");
        Integer(storage.Elements);
        Bytes(PickleOpcode.Tuple);
        Bytes(PickleOpcode.BinPersistentId);
    }

    private void EmptyOrderedDict()
    {
        Global("collections", "OrderedDict");
        Bytes(PickleOpcode.EmptyTuple);
        Bytes(PickleOpcode.Reduce);
    }

    private void Mark() => Bytes(PickleOpcode.Mark);

    private void Integers(long[] numbers)
    {
        Mark();
        foreach (long number in numbers) Integer(number);
        Bytes(PickleOpcode.Tuple);
    }

    private void Integer(long number)
    {
        Span<byte> little = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(little, number);
        bool isShort = number is >= 0 and <= int.MaxValue;
        if (isShort) Bytes(PickleOpcode.BinInt);
        else Bytes(PickleOpcode.Long1, 8);
        _stream.Write(isShort ? little[..4] : little);
    }

    private void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        Bytes(PickleOpcode.BinUnicode);
        _stream.Write(length);
        _stream.Write(bytes);
    }

    private void Global(string module, string name)
    {
        Bytes(PickleOpcode.Global);
        _stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{module}\n{name}\n")));
    }

    private void Bytes(PickleOpcode opcode) => _stream.WriteByte((byte)opcode);

    private void Bytes(PickleOpcode opcode, byte argument)
    {
        Bytes(opcode);
        _stream.WriteByte(argument);
    }

    private static long[] ContiguousStrides(long[] shape)
    {
        var strides = new long[shape.Length];
        long stride = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(shape[i], 1);
        }
        return strides;
    }
}
