using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The targets of raw examples, one kind to each derived record.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Names">Names of classes, columns, labels or tokens.</param>
internal abstract record RawTargets(TargetKind Kind, string[] Names)
{
    /// <summary>N.</summary>
    public abstract int Count { get; }

    /// <summary>What the fingerprint is taken of.</summary>
    protected abstract ReadOnlySpan<byte> Bytes { get; }

    /// <summary>How many bytes <see cref="ForEachBlock"/> goes through.</summary>
    public virtual long ByteCount => Bytes.Length;

    /// <summary>Goes through what the fingerprint is taken of.</summary>
    public virtual void ForEachBlock(Action<ReadOnlySpan<byte>> take) => take(Bytes);

    /// <summary>The group of an example, for a split that gives every part the same share of each; null where there are no classes.</summary>
    public virtual long? ClassOf(long index) => null;

    /// <summary>Refuses values that cannot be learnt.</summary>
    /// <exception cref="DataException">Names the row.</exception>
    public abstract void Check(string data);

    /// <summary>The targets as they are learnt.</summary>
    public virtual IExampleStore ToStore(TargetScaling scaling) => new TensorStore(ToTensor(scaling).DetachFromDisposeScope());

    /// <summary>The targets as a tensor; the caller disposes it.</summary>
    protected abstract Tensor ToTensor(TargetScaling scaling);
}

/// <summary>(N) class of each example, 0..K-1.</summary>
internal sealed record ClassTargets(long[] Values, string[] Names) : RawTargets(TargetKind.Class, Names)
{
    public override int Count => Values.Length;

    protected override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<long>(Values);

    public override long? ClassOf(long index) => Values[index];

    public override void Check(string data)
    {
        int row = Array.FindIndex(Values, value => value < 0 || value >= Names.Length);
        if (row < 0) return;
        throw new DataException($"Data '{data}': row {row + 1} has label {Values[row]}, expected 0 to {Names.Length - 1} "
            + $"({Names.Length} classes). {(Values.Min() == 1 && Values.Max() == Names.Length ? "The labels count from 1: subtract 1 from each, as in labels.Select(label => label - 1).ToArray()." : "Correct the label or name all classes.")}");
    }

    protected override Tensor ToTensor(TargetScaling scaling) => tensor(Values, [Values.LongLength]);
}

/// <summary>(N, M) numbers to predict, row by row.</summary>
internal sealed record NumberTargets(float[] Values, string[] Names) : RawTargets(TargetKind.Numbers, Names)
{
    public override int Count => Values.Length / Names.Length;

    protected override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<float>(Values);

    public override void Check(string data)
    {
        int bad = Array.FindIndex(Values, value => !float.IsFinite(value));
        if (bad < 0) return;
        throw new DataException($"Data '{data}': row {bad / Names.Length + 1} has {Values[bad]} as {Names[bad % Names.Length]}, expected a number. "
            + "Leave the row out or fill it in: what is to be predicted must be known.");
    }

    protected override Tensor ToTensor(TargetScaling scaling)
    {
        using var scope = NewDisposeScope();
        Tensor raw = tensor(Values, [Count, Names.Length]);
        Tensor scaled = scaling.IsIdentity ? raw : raw.sub(tensor(scaling.Mean.ToArray())).div(tensor(scaling.Deviation.ToArray())).to(ScalarType.Float32);
        return scaled.MoveToOuterDisposeScope();
    }
}

/// <summary>(N, K) zeros and ones, row by row: which labels an example has.</summary>
internal sealed record LabelTargets(byte[] Flags, string[] Names) : RawTargets(TargetKind.Labels, Names)
{
    public override int Count => Flags.Length / Names.Length;

    protected override ReadOnlySpan<byte> Bytes => Flags;

    public override void Check(string data)
    {
        int bad = Array.FindIndex(Flags, flag => flag > 1);
        if (bad < 0) return;
        throw new DataException($"Data '{data}': row {bad / Names.Length + 1} has {Flags[bad]} for label {Names[bad % Names.Length]}, expected 0 or 1.");
    }

    protected override Tensor ToTensor(TargetScaling scaling)
    {
        using var scope = NewDisposeScope();
        return tensor(Flags, [Count, Names.Length]).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }
}

/// <summary>(N, T) the token that follows each step.</summary>
internal sealed record NextTokenTargets(long[] Values, int Steps, string[] Names) : RawTargets(TargetKind.Tokens, Names)
{
    public override int Count => Values.Length / Steps;

    protected override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<long>(Values);

    public override void Check(string data)
    {
        int bad = Array.FindIndex(Values, value => value < 0 || value >= Names.Length);
        if (bad < 0) return;
        throw new DataException($"Data '{data}': example {bad / Steps + 1} has token {Values[bad]}, expected 0 to {Names.Length - 1} (a vocabulary of {Names.Length}).");
    }

    protected override Tensor ToTensor(TargetScaling scaling) => tensor(Values, [Count, Steps]);
}

/// <summary>(N, T) the token that follows each step of a text that does not fit in memory.</summary>
internal sealed record StoredTokenTargets(IStored<long> Values, int Examples, int Steps, string[] Names) : RawTargets(TargetKind.Tokens, Names)
{
    public override int Count => Examples;

    public override long ByteCount => (long)Examples * Steps * sizeof(long);

    protected override ReadOnlySpan<byte> Bytes => throw new InvalidOperationException("They do not fit in memory.");

    public override void ForEachBlock(Action<ReadOnlySpan<byte>> take) =>
        Blocks.ForEach(Values, Examples, Steps, (_, values) => take(MemoryMarshal.AsBytes(values)));

    public override void Check(string data)
    {
    }

    public override IExampleStore ToStore(TargetScaling scaling) => new StoredTokens(Values, Steps);

    protected override Tensor ToTensor(TargetScaling scaling) => throw new InvalidOperationException("They do not fit in memory.");
}
