using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How large a recurrent layer is and what it returns.</summary>
internal sealed record RecurrentSizes(long Hidden, int Layers, bool Last, double Dropout, bool Bidirectional)
{
    /// <summary>How many networks read at each level: one, or one forwards and one backwards.</summary>
    public int Directions => Bidirectional ? 2 : 1;

    /// <summary>Dropout acts between stacked networks only; a single one has no such place.</summary>
    public double DropoutBetween => Layers > 1 ? Dropout : 0;
}

/// <summary>A recurrent network of torch as a layer: batch first, with the states of every step or the last one.</summary>
internal sealed class RecurrentLayer : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, (Tensor Steps, Tensor LastState)> _run;

    private RecurrentLayer(string kind, RecurrentSizes sizes, nn.Module network, Func<Tensor, (Tensor, Tensor)> run) : base(kind)
    {
        (Sizes, _run) = (sizes, run);
        register_module(kind.ToLowerInvariant(), network);
    }

    public RecurrentSizes Sizes { get; }

    public static RecurrentLayer Of(string kind, long features, RecurrentSizes sizes)
    {
        var (hidden, layers, dropout) = (sizes.Hidden, sizes.Layers, sizes.DropoutBetween);
        switch (kind)
        {
            case "LSTM":
                var lstm = nn.LSTM(features, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: sizes.Bidirectional);
                return new(kind, sizes, lstm, input =>
                {
                    (Tensor steps, Tensor last, _) = lstm.call(input);
                    return (steps, last);
                });
            case "GRU":
                var gru = nn.GRU(features, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: sizes.Bidirectional);
                return new(kind, sizes, gru, input => gru.call(input));
            default:
                var rnn = nn.RNN(features, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: sizes.Bidirectional);
                return new(kind, sizes, rnn, input => rnn.call(input, null));
        }
    }

    /// <summary>(N, T, D) to (N, T, H) or (N, H), H the size of the state, twice that for both directions.</summary>
    public override Tensor forward(Tensor input)
    {
        (Tensor steps, Tensor lastState) = _run(input);
        if (!Sizes.Last) return steps;
        // The states of all networks are stacked, (layers · directions, N, hidden); the top network's come last.
        Tensor top = lastState.narrow(0, lastState.shape[0] - Sizes.Directions, Sizes.Directions);
        return top.transpose(0, 1).reshape(input.shape[0], -1);
    }
}
