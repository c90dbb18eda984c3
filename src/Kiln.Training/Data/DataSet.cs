using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A classification data set in memory, divided and scaled: one float tensor of inputs, one of classes, and the indices of each split.
/// </summary>
/// <remarks>It never changes after it was made, so several threads may read it. It owns its tensors.</remarks>
public sealed class DataSet : IDisposable
{
    private DataSet(RawExamples raw, DataOptions options, Splitter.Parts parts)
    {
        Name = raw.Name;
        Options = options;
        InputShape = [.. raw.Shape];
        ClassNames = [.. raw.ClassNames];
        Train = SplitOf("train", parts.Train, raw);
        Validation = SplitOf("validation", parts.Validation, raw);
        Test = SplitOf("test", parts.Test, raw);
        HasOfficialTestSplit = raw.OfficialTestStart is not null;
        IsImage = raw.Pixels is not null && raw.Shape.Length == 3;
        DuplicatesAcrossSplits = DuplicateCount.Across(raw, parts);
        Fingerprint = DataFingerprint.Of(raw, parts, options.Normalize);
        Scaling = InputScaling.Fit(raw, parts.Train, options.Normalize);
        Inputs = InputTensor.Of(raw, Scaling).DetachFromDisposeScope();
        Targets = tensor(raw.Targets, [raw.Targets.LongLength]).DetachFromDisposeScope();
    }

    /// <summary>The name it was loaded by.</summary>
    public string Name { get; }

    /// <summary>SHA-256, in hexadecimal, over everything that a run's result depends on: values, classes, splits, scaling.</summary>
    public string Fingerprint { get; }

    /// <summary>How it was divided and scaled.</summary>
    public DataOptions Options { get; }

    /// <summary>(N, *) float32: all examples, in the order of the source.</summary>
    public Tensor Inputs { get; }

    /// <summary>(N) int64: the class of each example, 0..K-1.</summary>
    public Tensor Targets { get; }

    /// <summary>Shape of one example without N, for example (1, 28, 28).</summary>
    public long[] InputShape { get; }

    /// <summary>K, the number of classes.</summary>
    public long Classes => ClassNames.Length;

    /// <summary>(K) the name of each class.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Examples the weights are fitted to.</summary>
    public DataSplit Train { get; }

    /// <summary>Examples the best epoch is chosen by; may be empty.</summary>
    public DataSplit Validation { get; }

    /// <summary>Examples for the final figure only; may be empty.</summary>
    public DataSplit Test { get; }

    /// <summary>Whether the test split is the one the data set's authors published.</summary>
    public bool HasOfficialTestSplit { get; }

    /// <summary>How many validation and test examples are equal, byte for byte, to one of an earlier split.</summary>
    public int DuplicatesAcrossSplits { get; }

    /// <summary>How the inputs were scaled.</summary>
    public InputScaling Scaling { get; }

    /// <summary>Whether one example is a picture of shape (C, H, W).</summary>
    public bool IsImage { get; }

    /// <summary>Makes a data set of arrays that are in memory already.</summary>
    /// <param name="name">The name to show and record.</param>
    /// <param name="inputs">(N, *) values, row after row.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="targets">(N) classes, 0..K-1.</param>
    /// <param name="classNames">(K) names.</param>
    /// <param name="options">Split and scaling; null takes the defaults.</param>
    /// <exception cref="DataException">Sizes do not fit together, a class is out of range, or the split is impossible.</exception>
    public static DataSet FromArrays(
        string name, float[] inputs, long[] inputShape, long[] targets, string[] classNames, DataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Of(new RawExamples { Name = name, Shape = inputShape, Features = inputs, Targets = targets, ClassNames = classNames }, options);
    }

    internal static DataSet Of(RawExamples raw, DataOptions? options)
    {
        options ??= new DataOptions();
        return new DataSet(raw.Checked(), options, Splitter.Split(raw, options));
    }

    /// <summary>The picture of one example as the source had it.</summary>
    /// <param name="index">Row of <see cref="Inputs"/>, 0..N-1.</param>
    /// <returns>H*W*C bytes, 0 black to 255 white, the channels of a pixel side by side.</returns>
    /// <exception cref="DataException">The examples are not pictures.</exception>
    public byte[] PixelsOf(long index)
    {
        if (!IsImage)
            throw new DataException($"Data '{Name}': its examples of shape {ShapeText.Of(InputShape)} are not pictures (C, H, W).");
        using var scope = NewDisposeScope();
        float[] values = Inputs.select(0, index).contiguous().data<float>().ToArray();
        return InputTensor.ToPixels(values, (int)InputShape[0], Scaling);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }

    private static DataSplit SplitOf(string name, long[] indices, RawExamples raw)
    {
        var counts = new int[raw.ClassNames.Length];
        foreach (long index in indices) counts[raw.Targets[index]]++;
        return new DataSplit(name, [.. indices], [.. counts]);
    }
}
