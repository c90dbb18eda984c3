using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>LSTM, GRU and RNN step by step, by the formulas of docs/Operators.md of ONNX 1.12; gates stand in its order.</summary>
internal static class OnnxRecurrence
{
    /// <summary>Y, (T, directions, N, H), or Y_h, (directions, N, H).</summary>
    public static Tensor Run(OnnxNode node, Tensor[] x)
    {
        int directions = (string)node.Attributes["direction"] == "bidirectional" ? 2 : 1;
        var states = Enumerable.Range(0, directions).Select(direction => States(node, x, direction)).ToList();
        return node.Place == 0
            ? stack(states.Select(state => stack(state)), 1)
            : stack(states.Select((state, direction) => direction == 0 ? state[^1] : state[0]));
    }

    private static Tensor[] States(OnnxNode node, Tensor[] x, int direction)
    {
        var (steps, weight, recurrence, bias) = (x[0], x[1][direction], x[2][direction], x[3][direction]);
        long size = node.Int("hidden_size", 0), gates = weight.shape[0] / size;
        var (inputBias, stateBias) = (bias.narrow(0, 0, gates * size), bias.narrow(0, gates * size, gates * size));
        Tensor state = zeros(steps.shape[1], size), cell = zeros(steps.shape[1], size);
        var states = new Tensor[steps.shape[0]];
        for (int i = 0; i < states.Length; i++)
        {
            int t = direction == 0 ? i : states.Length - 1 - i;
            Tensor[] fromInput = (matmul(steps[t], weight.t()) + inputBias).chunk(gates, 1), fromState = (matmul(state, recurrence.t()) + stateBias).chunk(gates, 1);
            (state, cell) = node.Op switch
            {
                "LSTM" => Lstm(fromInput, fromState, cell),
                "GRU" => (Gru(node, fromInput, fromState, state), cell),
                _ => ((fromInput[0] + fromState[0]).tanh(), cell),
            };
            states[t] = state;
        }
        return states;
    }

    // i o f c.
    private static (Tensor State, Tensor Cell) Lstm(Tensor[] x, Tensor[] h, Tensor cell)
    {
        Tensor next = (x[2] + h[2]).sigmoid() * cell + (x[0] + h[0]).sigmoid() * (x[3] + h[3]).tanh();
        return ((x[1] + h[1]).sigmoid() * next.tanh(), next);
    }

    // z r h.
    private static Tensor Gru(OnnxNode node, Tensor[] x, Tensor[] h, Tensor state)
    {
        Assert.Equal(1, node.Int("linear_before_reset", 0));
        Tensor keep = (x[0] + h[0]).sigmoid(), reset = (x[1] + h[1]).sigmoid();
        return (1 - keep) * (x[2] + reset * h[2]).tanh() + keep * state;
    }
}
