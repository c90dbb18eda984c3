using System.Buffers.Binary;
using System.Numerics;

namespace Kiln.Weights;

/// <summary>Reads one pickle. It makes containers, numbers, texts and descriptions of tensors; it calls nothing but the functions of <see cref="PickleGlobals"/>.</summary>
internal sealed class PickleMachine
{
    private const int NewestProtocol = 5;

    // What a pickle may cost in memory beyond the size of its file, by a rough count: one byte can ask for a dictionary.
    private const long Allowance = 64L << 20;

    private readonly InputFile _file;
    private readonly PickleInput _input;
    private readonly PickleStack _stack;
    private readonly Dictionary<long, object?> _memo = [];
    private long _spent;

    public PickleMachine(InputFile file, PickleInput input, Dictionary<string, StorageRecord> storages)
    {
        _file = file;
        _input = input;
        _stack = new PickleStack(file);
        Storages = storages;
    }

    /// <summary>The storages the pickle spoke of, by key.</summary>
    public Dictionary<string, StorageRecord> Storages { get; }

    /// <summary>Carries the instructions out until the one that stops.</summary>
    /// <returns>The root.</returns>
    public object? Run()
    {
        while (true)
        {
            var opcode = (PickleOpcode)_input.Byte();
            if (opcode == PickleOpcode.Stop) return _stack.PopRoot();
            if (!Plain(opcode) && !Container(opcode) && !Reference(opcode))
                throw PickleFile.Refused(_file, $"its pickle has the instruction 0x{(byte)opcode:x2}, which state dicts do without");
        }
    }

    private bool Plain(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.None: Push(null, 0); return true;
            case PickleOpcode.True: Push(true, 24); return true;
            case PickleOpcode.False: Push(false, 24); return true;
            case PickleOpcode.BinInt1: Push((long)_input.Byte(), 24); return true;
            case PickleOpcode.BinInt2: Push((long)Unsigned(2), 24); return true;
            case PickleOpcode.BinInt: Push((long)(int)Unsigned(4), 24); return true;
            case PickleOpcode.Long1: Push(LongInteger(), 48); return true;
            case PickleOpcode.BinFloat: Push(BitConverter.UInt64BitsToDouble(BinaryPrimitives.ReverseEndianness(Unsigned(8))), 24); return true;
            case PickleOpcode.BinUnicode or PickleOpcode.BinString: PushText(Unsigned(4)); return true;
            case PickleOpcode.ShortBinUnicode or PickleOpcode.ShortBinString: PushText(_input.Byte()); return true;
            case PickleOpcode.BinUnicode8: PushText(Unsigned(8)); return true;
            case PickleOpcode.BinBytes: PushBytes(Unsigned(4)); return true;
            case PickleOpcode.ShortBinBytes: PushBytes(_input.Byte()); return true;
            default: return false;
        }
    }

    private bool Container(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Mark: _stack.PushMark(); return true;
            case PickleOpcode.Pop: _stack.Pop(); return true;
            case PickleOpcode.PopMark: _stack.PopToMark(); return true;
            case PickleOpcode.EmptyTuple: Push(Array.Empty<object?>(), 0); return true;
            case PickleOpcode.EmptyList: Push(new List<object?>(), 32); return true;
            case PickleOpcode.EmptyDict: Push(new Dictionary<object, object?>(), 80); return true;
            case PickleOpcode.Tuple1: PushTuple(_stack.PopMany(1)); return true;
            case PickleOpcode.Tuple2: PushTuple(_stack.PopMany(2)); return true;
            case PickleOpcode.Tuple3: PushTuple(_stack.PopMany(3)); return true;
            case PickleOpcode.Tuple: PushTuple(_stack.PopToMark()); return true;
            case PickleOpcode.Append: Append(_stack.PopMany(1)); return true;
            case PickleOpcode.Appends: Append(_stack.PopToMark()); return true;
            case PickleOpcode.SetItem: SetItems(_stack.PopMany(2)); return true;
            case PickleOpcode.SetItems: SetItems(_stack.PopToMark()); return true;
            default: return false;
        }
    }

    private bool Reference(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Protocol: CheckProtocol(_input.Byte()); return true;
            case PickleOpcode.Frame: _ = Unsigned(8); return true;
            case PickleOpcode.BinPut: Remember(_input.Byte()); return true;
            case PickleOpcode.LongBinPut: Remember((long)Unsigned(4)); return true;
            case PickleOpcode.Memoize: Remember(_memo.Count); return true;
            case PickleOpcode.BinGet: Recall(_input.Byte()); return true;
            case PickleOpcode.LongBinGet: Recall((long)Unsigned(4)); return true;
            case PickleOpcode.Global: PushGlobal(_input.Line(), _input.Line()); return true;
            case PickleOpcode.StackGlobal: PushStackGlobal(); return true;
            case PickleOpcode.Reduce: Call(); return true;
            case PickleOpcode.Build: Build(); return true;
            case PickleOpcode.BinPersistentId: PushStorage(); return true;
            default: return false;
        }
    }

    private void Push(object? value, int cost)
    {
        Spend(cost);
        _stack.Push(value);
    }

    private void Spend(long bytes)
    {
        _spent += bytes;
        if (_spent > _file.Length + Allowance)
            throw PickleFile.Refused(_file, "its pickle asks for far more memory than the file has bytes");
    }

    private void PushTuple(object?[] items) => Push(items, 24 + 8 * items.Length);

    private void PushText(ulong length)
    {
        if (length > (ulong)_file.Length) throw PickleFile.Damaged(_file, "its pickle ends early");
        Spend(3 * (long)length);
        Push(_input.Text((long)length), 24);
    }

    private void PushBytes(ulong length)
    {
        if (length > (ulong)_file.Length) throw PickleFile.Damaged(_file, "its pickle ends early");
        Spend((long)length);
        Push(_input.Bytes((long)length), 24);
    }

    private ulong Unsigned(int bytes)
    {
        Span<byte> little = stackalloc byte[8];
        little.Clear();
        _input.Read(little[..bytes]);
        return BinaryPrimitives.ReadUInt64LittleEndian(little);
    }

    private object LongInteger()
    {
        var number = new BigInteger(_input.Bytes(_input.Byte()));
        return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
    }

    private void Append(object?[] items)
    {
        if (_stack.Peek() is not List<object?> list) throw PickleFile.Refused(_file, "its pickle appends to something that is not a list");
        Spend(16 * items.Length);
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (_stack.Peek() is not Dictionary<object, object?> dictionary || items.Length % 2 != 0)
            throw PickleFile.Refused(_file, "its pickle sets items of something that is not a dictionary");
        Spend(24 * items.Length);
        for (int i = 0; i < items.Length; i += 2)
        {
            if (items[i] is not (string or long or double or bool))
                throw PickleFile.Refused(_file, "a dictionary of its pickle has a key that is neither text nor number");
            dictionary[items[i]!] = items[i + 1];
        }
    }

    private void CheckProtocol(byte protocol)
    {
        if (protocol is < 2 or > NewestProtocol) throw PickleFile.Damaged(_file, $"its pickle has protocol {protocol}");
    }

    private void Remember(long index)
    {
        Spend(40);
        _memo[index] = _stack.Peek();
    }

    private void Recall(long index) =>
        Push(_memo.TryGetValue(index, out var value) ? value : throw PickleFile.Damaged(_file, $"its pickle refers to value {index}, which it has not had"), 0);

    private void PushGlobal(string module, string name) => Push(PickleGlobals.Find(module, name)
        ?? throw PickleFile.Refused(_file, $"its pickle asks for the Python object {Words.Short($"{module}.{name}")}, which is not on the list of those that state dicts need, and nothing else is run"), 0);

    private void PushStackGlobal()
    {
        if (_stack.PopMany(2) is not [string module, string name]) throw PickleFile.Damaged(_file, "its pickle names an object without a name");
        PushGlobal(module, name);
    }

    private void Call()
    {
        var (target, arguments) = (_stack.PopMany(2) is [PickleFunction function, object?[] values]) ? (function, values) : throw PickleFile.Refused(_file, "its pickle calls something that is not a function");
        Push(target.Call(new PickleArguments(_file, target.Name, arguments)), 160);
    }

    private void Build()
    {
        _stack.Pop();
        if (_stack.Peek() is not PickledOrderedDict) throw PickleFile.Refused(_file, "its pickle sets attributes of something that is not an OrderedDict");
    }

    private void PushStorage()
    {
        if (_stack.Pop() is not object?[] id || id is not ["storage", StorageType type, string key, string, long elements, ..] || elements < 0 || id.Length > 6)
            throw PickleFile.Damaged(_file, "its pickle refers to something that is not a storage");
        if (id is [_, _, _, _, _, not null]) throw PickleFile.Refused(_file, "it was written by a version of PyTorch before 0.4, with views of storages");
        var storage = new StorageRecord(key, type, elements);
        if (!Storages.TryAdd(key, storage) && Storages[key] != storage)
            throw PickleFile.Damaged(_file, $"its pickle speaks of storage '{Words.Short(key)}' in two different ways");
        Push(Storages[key], 120);
    }
}
