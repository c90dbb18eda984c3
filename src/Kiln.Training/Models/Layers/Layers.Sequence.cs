using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Layers for texts and other sequences; the batch comes first, then the steps.</content>
public static partial class Layers
{
    /// <summary>(N, T) tokens to (N, T, size): a learned vector for each token. The number of different tokens is that of the data.</summary>
    /// <param name="size">Size of a vector.</param>
    /// <param name="vocabulary">Number of different tokens; 0 (default) takes that of the data.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Embedding(long size, long vocabulary = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(Embedding), line, input =>
        {
            input.RequirePositive(nameof(size), size);
            return torch.nn.Embedding(input.Vocabulary(vocabulary), size);
        });

    /// <summary>(N, T, D) to the same: adds a vector that tells each step its place.</summary>
    /// <param name="learned">Whether the vectors are learned (default), or sines and cosines of different frequencies.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>Sources: learned, Radford et al. 2018; sines, Vaswani et al. 2017, section 3.5.</remarks>
    public static Layer PositionalEmbedding(bool learned = true, [CallerLineNumber] int line = 0) =>
        new(nameof(PositionalEmbedding), line, input =>
        {
            (long steps, long features) = input.Sequence();
            return new PositionTable(steps, features, learned);
        });

    /// <summary>(N, T, D) to (N, T, hiddenSize), or (N, hiddenSize) of the last step: a long short-term memory network.</summary>
    /// <param name="hiddenSize">Size of the state.</param>
    /// <param name="numLayers">Networks stacked on one another (default 1).</param>
    /// <param name="last">Whether only the state after the last step is returned, as a classifier needs it (default false: every step).</param>
    /// <param name="dropout">Probability of dropping a value between stacked networks (default 0).</param>
    /// <param name="bidirectional">Whether a second network reads backwards; the output is twice as wide (default false).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LSTM(
        long hiddenSize, int numLayers = 1, bool last = false, double dropout = 0, bool bidirectional = false, [CallerLineNumber] int line = 0) =>
        Recurrent(nameof(LSTM), line, new(hiddenSize, numLayers, last, dropout, bidirectional));

    /// <summary>(N, T, D) to (N, T, hiddenSize), or (N, hiddenSize) of the last step: a network of gated recurrent units.</summary>
    /// <param name="hiddenSize">Size of the state.</param>
    /// <param name="numLayers">Networks stacked on one another (default 1).</param>
    /// <param name="last">Whether only the state after the last step is returned, as a classifier needs it (default false: every step).</param>
    /// <param name="dropout">Probability of dropping a value between stacked networks (default 0).</param>
    /// <param name="bidirectional">Whether a second network reads backwards; the output is twice as wide (default false).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GRU(
        long hiddenSize, int numLayers = 1, bool last = false, double dropout = 0, bool bidirectional = false, [CallerLineNumber] int line = 0) =>
        Recurrent(nameof(GRU), line, new(hiddenSize, numLayers, last, dropout, bidirectional));

    /// <summary>(N, T, D) to (N, T, hiddenSize), or (N, hiddenSize) of the last step: the plain recurrent network of Elman, with tanh.</summary>
    /// <param name="hiddenSize">Size of the state.</param>
    /// <param name="numLayers">Networks stacked on one another (default 1).</param>
    /// <param name="last">Whether only the state after the last step is returned, as a classifier needs it (default false: every step).</param>
    /// <param name="dropout">Probability of dropping a value between stacked networks (default 0).</param>
    /// <param name="bidirectional">Whether a second network reads backwards; the output is twice as wide (default false).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer RNN(
        long hiddenSize, int numLayers = 1, bool last = false, double dropout = 0, bool bidirectional = false, [CallerLineNumber] int line = 0) =>
        Recurrent(nameof(RNN), line, new(hiddenSize, numLayers, last, dropout, bidirectional));

    /// <summary>(N, T, D) to (N, D): the last step of a sequence.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LastStep([CallerLineNumber] int line = 0) =>
        new(nameof(LastStep), line, input =>
        {
            input.Sequence();
            return new OneStep(StepChoice.Last);
        });

    /// <summary>(N, T, D) to (N, D): the mean over the steps of a sequence.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer MeanOverSteps([CallerLineNumber] int line = 0) =>
        new(nameof(MeanOverSteps), line, input =>
        {
            input.Sequence();
            return new OneStep(StepChoice.Mean);
        });

    private static Layer Recurrent(string kind, int line, RecurrentSizes sizes) => new(kind, line, input =>
    {
        (_, long features) = input.Sequence();
        input.RequirePositive("hiddenSize", sizes.Hidden);
        input.RequirePositive("numLayers", sizes.Layers);
        input.Probability(sizes.Dropout);
        return RecurrentLayer.Of(kind, features, sizes);
    });
}
