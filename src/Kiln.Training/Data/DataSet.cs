using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A data set, divided and scaled: inputs and targets, as one tensor each where they fit in memory, and the indices of each split.
/// </summary>
/// <remarks>It never changes after it was made, so several threads may read it. It owns its tensors.</remarks>
public sealed class DataSet : IDisposable
{
    private DataSet(RawExamples raw, DataOptions options, Splitter.Parts parts)
    {
        Name = raw.Name;
        Options = options;
        InputShape = [.. raw.Shape];
        Kind = raw.Targets.Kind;
        Task = LearningTasks.Of(Kind);
        TargetNames = [.. raw.Targets.Names];
        ColumnNames = raw.ColumnNames is { } columns ? [.. columns] : [];
        IsTokens = raw.IsTokens;
        Train = SplitOf("train", parts.Train, raw);
        Validation = SplitOf("validation", parts.Validation, raw);
        Test = SplitOf("test", parts.Test, raw);
        HasOfficialTestSplit = raw.OfficialTestStart is not null;
        IsImage = raw.IsPixels && raw.Shape.Length == 3;
        DuplicatesAcrossSplits = DuplicateCount.Across(raw, parts);
        Fingerprint = DataFingerprint.Of(raw, parts, options);
        Scaling = InputScaling.Fit(raw, parts.Train, options.Normalize);
        Store = ExampleStores.Of(raw, Scaling, options);
        Augmentation = Augmentations.Parse(options.Augment, this);
        TargetScaling = TargetScaling.Fit(raw.Targets, parts.Train, options.NormalizeTargets);
        TargetStore = raw.Targets.ToStore(TargetScaling);
        Facts = raw.Facts;
        Warnings = [.. DataWarnings.Of(this, raw, parts)];
        HasWideTargets = DataWarnings.HasWideTargets(raw.Targets, options, parts.Train);
    }

    /// <summary>The name it was loaded by.</summary>
    public string Name { get; }

    /// <summary>SHA-256, in hexadecimal, over everything that a run's result depends on: values, classes, splits, scaling.</summary>
    public string Fingerprint { get; }

    /// <summary>How it was divided and scaled.</summary>
    public DataOptions Options { get; }

    /// <summary>(N, *) float32, or int64 tokens: all examples, in the order of the source.</summary>
    /// <exception cref="DataException">They are too many to be in memory at once (<see cref="DataOptions.MemoryBudget"/>).</exception>
    public Tensor Inputs => Whole(Store, "inputs");

    /// <summary>Whether the inputs stay in a compact form or in files and become numbers batch by batch.</summary>
    public bool IsStreamed => Store is not TensorStore;

    /// <summary>How the inputs are kept.</summary>
    internal IExampleStore Store { get; }

    /// <summary>How the targets are kept.</summary>
    internal IExampleStore TargetStore { get; }

    /// <summary>What is done to training examples.</summary>
    internal Augmentation Augmentation { get; }

    /// <summary>
    /// What is to be learnt of each example: (N) int64 classes 0..K-1, (N, M) float32 numbers, (N, K) float32 labels of 0 and 1,
    /// or (N, T) int64 tokens.
    /// </summary>
    /// <exception cref="DataException">They are tokens, too many to be in memory at once.</exception>
    public Tensor Targets => Whole(TargetStore, "targets");

    /// <summary>Shape of one example without N, for example (1, 28, 28).</summary>
    public long[] InputShape { get; }

    /// <summary>The task that the targets are made for.</summary>
    public LearningTask Task { get; }

    /// <summary>The names of the targets: classes, columns of numbers, labels, or the tokens of the vocabulary.</summary>
    public ImmutableArray<string> TargetNames { get; }

    /// <summary>The names of the features of a table; the tokens of labelled text; empty where there are none.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>K, the number of classes; 0 where the targets are something else.</summary>
    public long Classes => ClassNames.Length;

    /// <summary>(K) the name of each class; empty where the targets are something else.</summary>
    public ImmutableArray<string> ClassNames => Kind == TargetKind.Class ? TargetNames : [];

    /// <summary>Whether an example is a row of tokens, so that a model must begin with an embedding.</summary>
    public bool IsTokens { get; }

    /// <summary>V, the number of different tokens; 0 where examples are numbers.</summary>
    public long VocabularySize => !IsTokens ? 0 : Kind == TargetKind.Tokens ? TargetNames.Length : ColumnNames.Length;

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

    /// <summary>What was found in the source: the columns of a table, and choices that were made.</summary>
    public DataFacts Facts { get; }

    /// <summary>What will hinder the learning, each with its remedy.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Whether numbers to predict are so far from 0 that a model hardly learns them; one of <see cref="Warnings"/> says so.</summary>
    public bool HasWideTargets { get; }

    /// <summary>How the inputs were scaled.</summary>
    public InputScaling Scaling { get; }

    /// <summary>How numbers to predict were scaled.</summary>
    public TargetScaling TargetScaling { get; }

    internal TargetKind Kind { get; }

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
        return Of(new RawExamples { Name = name, Shape = inputShape, Features = inputs, Targets = new ClassTargets(targets, classNames) }, options);
    }

    /// <summary>Makes a data set for regression from arrays.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">(N, *) values, row by row.</param>
    /// <param name="inputShape">Shape of one example without N.</param>
    /// <param name="targets">(N, M) numbers to predict, row by row.</param>
    /// <param name="targetNames">(M) their names.</param>
    /// <param name="options">Split, seed, limit; defaults as documented there.</param>
    /// <returns>The data set; the caller disposes it.</returns>
    /// <exception cref="DataException">Sizes do not belong together, or a target is not a number.</exception>
    public static DataSet FromArrays(
        string name, float[] inputs, long[] inputShape, float[] targets, string[] targetNames, DataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        long examples = inputs.Length / Math.Max(1, inputShape.Aggregate(1L, (product, size) => product * size));
        if (targets.Length == examples && targetNames.Length > 1)
        {
            throw new DataException($"Data '{name}': expected labels of type long for the {targetNames.Length} classes {string.Join(", ", targetNames.Take(3))}{(targetNames.Length > 3 ? ", …" : "")}, got {targets.Length} numbers of type float. "
                + "Write labels.Select(label => (long)label).ToArray(). If they are amounts to predict, give one name for each column of them.");
        }
        return Of(new RawExamples { Name = name, Shape = inputShape, Features = inputs, Targets = new NumberTargets(targets, targetNames) }, options);
    }

    internal static DataSet Of(RawExamples raw, DataOptions? options)
    {
        options ??= new DataOptions();
        options.Check();
        raw = ClassNaming.Apply(raw.Checked(), options.ClassNames);
        Splitter.Parts parts = Splitter.Split(raw, options);
        return new DataSet(MissingValues.Filled(raw, parts.Train), options, parts);
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
        return InputTensor.ToPixels(ValuesOf(index), (int)InputShape[0], Scaling);
    }

    /// <summary>The picture of one example as the training may see it: augmented.</summary>
    /// <param name="index">Row of the data set, 0..N-1.</param>
    /// <param name="variant">Which of its forms, from 0; the same number gives the same picture.</param>
    /// <returns>H*W*C bytes, as <see cref="PixelsOf"/> gives them.</returns>
    /// <exception cref="DataException">The examples are not pictures.</exception>
    public byte[] AugmentedPixelsOf(long index, int variant)
    {
        if (!IsImage) throw new DataException($"Data '{Name}': its examples of shape {ShapeText.Of(InputShape)} are not pictures (C, H, W).");
        using var scope = NewDisposeScope();
        float[] values = ValuesOf(index);
        Augmentation.ApplyTo(values, new NumberStream(Seeds.Derive(Options.Seed, "augmented sample", index * 1000 + variant)));
        return InputTensor.ToPixels(values, (int)InputShape[0], Scaling);
    }

    /// <summary>One example, as a batch of one.</summary>
    /// <param name="row">Row of <see cref="Inputs"/>, 0..N-1.</param>
    /// <returns>The batch; its tensors belong to the caller's dispose scope.</returns>
    public Batch ExampleAt(long row) => Gather(tensor(new[] { row }));

    /// <summary>The examples of some rows.</summary>
    /// <param name="rows">(B) int64 rows of <see cref="Inputs"/>.</param>
    /// <returns>The batch; its tensors belong to the caller's dispose scope.</returns>
    internal Batch Gather(Tensor rows) => new(Store.Rows(rows), TargetStore.Rows(rows));

    /// <summary>(M) float32: what one of the targets as they are learnt is in the target's own unit.</summary>
    internal Tensor TargetUnits() => tensor(TargetScaling.Deviation.Select(deviation => (float)deviation).ToArray());

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Store.Dispose();
        TargetStore.Dispose();
    }

    private Tensor Whole(IExampleStore store, string what) => (store as TensorStore)?.All ?? throw new DataException(
        $"Data '{Name}': its {what} are larger than the memory budget, so they are never in memory at once. Take them one by one with ExampleAt, use --limit, or raise the budget.");

    private float[] ValuesOf(long row)
    {
        var values = new float[InputShape.Aggregate(1L, (product, size) => product * size)];
        Store.CopyTo(row, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static DataSplit SplitOf(string name, long[] indices, RawExamples raw)
    {
        int[] counts = raw.Targets is ClassTargets classes ? CountsOf(classes, indices) : [];
        return new DataSplit(name, ImmutableCollectionsMarshal.AsImmutableArray(indices), [.. counts]);
    }

    private static int[] CountsOf(ClassTargets classes, long[] indices)
    {
        var counts = new int[classes.Names.Length];
        foreach (long index in indices) counts[classes.Values[index]]++;
        return counts;
    }
}
