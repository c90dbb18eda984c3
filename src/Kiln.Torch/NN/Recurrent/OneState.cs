using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What networks of one state share: RNN and GRU.</summary>
public abstract class OneState : Recurrent<Tensor, (Tensor, Tensor)>
{
    private protected OneState(string name, RecurrentOptions options, long gates) : base(name, options, gates)
    {
    }

    /// <summary>Reads sequences.</summary>
    /// <param name="input">The sequences, (T, N, D), (N, T, D) with batchFirst, or one of them, (T, D).</param>
    /// <param name="h0">The first state, (layers · directions, N, hiddenSize); null for zeros.</param>
    /// <returns>The last layer's state at every step, (T, N, directions · hiddenSize), and the last state, (layers · directions, N, hiddenSize); the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        var batched = Batched(input);
        var (output, hn) = Run(batched, State(h0, input, batched));
        if (!IsBatched(input)) hn = Ops.squeeze(hn, 1);
        return scope.MoveToOuter(Unbatched(output, input), hn);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    /// <summary>Reads packed sequences.</summary>
    /// <param name="input">The sequences.</param>
    /// <param name="h0">The first state, (layers · directions, N, hiddenSize); null for zeros.</param>
    /// <returns>The last layer's state at every step, packed as the input, and the last state of each sequence, (layers · directions, N, hiddenSize); the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        var (output, hn) = RunPacked(input, State(h0, input));
        hn = input.InOriginalOrder(hn);
        return (input.With(output), scope.MoveToOuter(hn));
    }

    private protected abstract (Tensor, Tensor) Run(Tensor input, Tensor h0);

    private protected abstract (Tensor, Tensor) RunPacked(nn.utils.rnn.PackedSequence input, Tensor h0);
}

/// <summary>An Elman network: <c>hₜ = tanh(W xₜ + b + U hₜ₋₁ + c)</c>, or with a rectifier.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.RNN.html"/>
public sealed class RNN : OneState
{
    internal RNN(RecurrentOptions options) : base(nameof(RNN), options, 1)
    {
    }

    private protected override (Tensor, Tensor) Run(Tensor input, Tensor h0) => Options.NonLinearity == nn.NonLinearities.Tanh
        ? Ops.rnn_tanh(input, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional, Options.BatchFirst)
        : Ops.rnn_relu(input, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional, Options.BatchFirst);

    private protected override (Tensor, Tensor) RunPacked(nn.utils.rnn.PackedSequence input, Tensor h0) => Options.NonLinearity == nn.NonLinearities.Tanh
        ? Ops.rnn_tanh(input.data, input.batch_sizes, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional)
        : Ops.rnn_relu(input.data, input.batch_sizes, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional);
}

/// <summary>A network of gated recurrent units.</summary>
/// <remarks>The rows of the weights are those of reset gate, update gate and new state. Source: Cho et al. 2014.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GRU.html"/>
public sealed class GRU : OneState
{
    internal GRU(RecurrentOptions options) : base(nameof(GRU), options, 3)
    {
    }

    private protected override (Tensor, Tensor) Run(Tensor input, Tensor h0) =>
        Ops.gru(input, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional, Options.BatchFirst);

    private protected override (Tensor, Tensor) RunPacked(nn.utils.rnn.PackedSequence input, Tensor h0) =>
        Ops.gru(input.data, input.batch_sizes, h0, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional);
}
