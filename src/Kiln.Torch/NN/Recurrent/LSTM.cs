using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A long short-term memory network.</summary>
/// <remarks>The rows of the weights are those of input gate, forget gate, new state and output gate. Source: Hochreiter and Schmidhuber 1997.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.LSTM.html"/>
public sealed class LSTM : Recurrent<(Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    internal LSTM(RecurrentOptions options) : base(nameof(LSTM), options, 4)
    {
    }

    /// <summary>Reads sequences.</summary>
    /// <param name="input">The sequences, (T, N, D), (N, T, D) with batchFirst, or one of them, (T, D).</param>
    /// <param name="h0_c0">The first hidden and cell state, each (layers · directions, N, hiddenSize); null for zeros.</param>
    /// <returns>The last layer's hidden state at every step, (T, N, directions · hiddenSize), and the last hidden and cell state, each (layers · directions, N, hiddenSize); the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        var batched = Batched(input);
        Tensor[] state = [State(h0_c0?.Item1, input, batched), State(h0_c0?.Item2, input, batched)];
        var (output, hn, cn) = Ops.lstm(batched, state, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional, Options.BatchFirst);
        if (!IsBatched(input)) (hn, cn) = (Ops.squeeze(hn, 1), Ops.squeeze(cn, 1));
        return scope.MoveToOuter(Unbatched(output, input), hn, cn);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Reads packed sequences.</summary>
    /// <param name="input">The sequences.</param>
    /// <param name="h0_c0">The first hidden and cell state, each (layers · directions, N, hiddenSize); null for zeros.</param>
    /// <returns>The last layer's hidden state at every step, packed as the input, and the last hidden and cell state of each sequence, each (layers · directions, N, hiddenSize); the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        Tensor[] state = [State(h0_c0?.Item1, input), State(h0_c0?.Item2, input)];
        var (output, hn, cn) = Ops.lstm(input.data, input.batch_sizes, state, Weights, Options.Bias, Options.NumLayers, Options.Dropout, training, Options.Bidirectional);
        (hn, cn) = (input.InOriginalOrder(hn), input.InOriginalOrder(cn));
        return (input.With(output), scope.MoveToOuter(hn), scope.MoveToOuter(cn));
    }
}
