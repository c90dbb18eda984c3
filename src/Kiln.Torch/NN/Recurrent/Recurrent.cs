using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What recurrent networks share: weights of every layer and direction, and sequences with and without a batch.</summary>
/// <typeparam name="TState">The type of the first state.</typeparam>
/// <typeparam name="TResult">The type of output and last state.</typeparam>
/// <remarks>Weights are drawn from the uniform distribution on ±1/√hiddenSize. Names: <c>weight_ih_l0</c>, <c>weight_hh_l0</c>, <c>bias_ih_l0</c>, <c>bias_hh_l0</c>, the same with <c>_reverse</c>, then layer 1.</remarks>
public abstract class Recurrent<TState, TResult> : nn.Module<Tensor, TState, TResult>
{
    private readonly RecurrentOptions _options;
    private readonly Tensor[] _weights;

    private protected Recurrent(string name, RecurrentOptions options, long gates) : base(name)
    {
        _options = options.Checked(name);
        for (long layer = 0; layer < options.NumLayers; layer++)
            for (long direction = 0; direction < options.Directions; direction++)
                RegisterWeights(layer, direction == 0 ? "" : "_reverse", gates * options.HiddenSize);
        reset_parameters();
        _weights = [.. parameters()];
    }

    /// <summary>Draws all weights anew.</summary>
    public void reset_parameters() => InitialWeights.Uniform(parameters(), 1 / Math.Sqrt(_options.HiddenSize));

    /// <summary>Without effect: on the CPU the weights need not lie in one block of memory.</summary>
    public void flatten_parameters()
    {
    }

    /// <summary>The weight of the input of a layer, in the forward direction.</summary>
    /// <param name="idx">The layer, counted from 0.</param>
    /// <returns>(gates · hiddenSize, size of the layer's input), or null if there is no such layer; the network keeps it.</returns>
    public Parameter? get_weight_ih(long idx) => get_parameter($"weight_ih_l{idx}");

    /// <summary>The weight of the state of a layer, in the forward direction.</summary>
    /// <param name="idx">The layer, counted from 0.</param>
    /// <returns>(gates · hiddenSize, hiddenSize), or null if there is no such layer; the network keeps it.</returns>
    public Parameter? get_weight_hh(long idx) => get_parameter($"weight_hh_l{idx}");

    /// <summary>The bias of the input of a layer, in the forward direction.</summary>
    /// <param name="idx">The layer, counted from 0.</param>
    /// <returns>(gates · hiddenSize), or null if there is no such layer or no bias; the network keeps it.</returns>
    public Parameter? get_bias_ih(long idx) => get_parameter($"bias_ih_l{idx}");

    /// <summary>The bias of the state of a layer, in the forward direction.</summary>
    /// <param name="idx">The layer, counted from 0.</param>
    /// <returns>(gates · hiddenSize), or null if there is no such layer or no bias; the network keeps it.</returns>
    public Parameter? get_bias_hh(long idx) => get_parameter($"bias_hh_l{idx}");

    private protected RecurrentOptions Options => _options;

    private protected ReadOnlySpan<Tensor> Weights => _weights;

    private protected bool IsBatched(Tensor input) => input.dim() == 3;

    /// <summary>The input with a batch dimension of 1 where it has none.</summary>
    private protected Tensor Batched(Tensor input) => IsBatched(input) ? input : Ops.unsqueeze(input, BatchDimension);

    /// <summary>The output in the form of the input.</summary>
    private protected Tensor Unbatched(Tensor output, Tensor input) => IsBatched(input) ? output : Ops.squeeze(output, BatchDimension);

    /// <summary>The first state with a batch dimension; zeros where none is given.</summary>
    private protected Tensor State(Tensor? given, Tensor input, Tensor batched)
    {
        long batch = batched.shape[BatchDimension];
        return given is null ? Zeros(batch, input) : Checked(given, IsBatched(input) ? [Layers, batch, Options.HiddenSize] : [Layers, Options.HiddenSize], IsBatched(input));
    }

    /// <summary>The first state for packed sequences, in their order; zeros where none is given.</summary>
    private protected Tensor State(Tensor? given, nn.utils.rnn.PackedSequence input)
    {
        long batch = input.batch_sizes[0].item<long>();
        return given is null ? Zeros(batch, input.data) : input.InSortedOrder(Checked(given, [Layers, batch, Options.HiddenSize], true));
    }

    /// <summary>Refuses a sequence that the weights do not fit.</summary>
    private protected void CheckInput(Tensor input)
    {
        if (input.dim() is 2 or 3 && input.shape[^1] == Options.InputSize) return;
        string order = Options.BatchFirst ? "(N, T, {0}) or (T, {0})" : "(T, N, {0}) or (T, {0})";
        throw new ArgumentException($"{GetName()}: expected {string.Format(CultureInfo.InvariantCulture, order, Options.InputSize)}, got {Text.Of(input.shape)}. Give the layer inputSize {(input.dim() > 0 ? input.shape[^1] : 1)}, or reshape the input.", nameof(input));
    }

    /// <summary>Refuses packed steps that the weights do not fit.</summary>
    private protected void CheckInput(nn.utils.rnn.PackedSequence input)
    {
        if (input.data.shape[^1] != Options.InputSize)
            throw new ArgumentException($"{GetName()}: expected steps of {Options.InputSize} features, got {input.data.shape[^1]}.", nameof(input));
    }

    private int BatchDimension => Options.BatchFirst ? 0 : 1;

    private long Layers => Options.NumLayers * Options.Directions;

    private Tensor Zeros(long batch, Tensor like) => zeros([Layers, batch, Options.HiddenSize], dtype: like.dtype, device: like.device);

    private Tensor Checked(Tensor state, long[] expected, bool batched)
    {
        if (!state.shape.AsSpan().SequenceEqual(expected))
            throw new ArgumentException($"{GetName()}: expected a state {Text.Of(expected)}, layers times directions first, got {Text.Of(state.shape)}.", nameof(state));
        return batched ? state : Ops.unsqueeze(state, 1);
    }

    private void RegisterWeights(long layer, string suffix, long rows)
    {
        long inputs = layer == 0 ? _options.InputSize : _options.HiddenSize * _options.Directions;
        Register($"weight_ih_l{layer}{suffix}", [rows, inputs]);
        Register($"weight_hh_l{layer}{suffix}", [rows, _options.HiddenSize]);
        if (!_options.Bias) return;
        Register($"bias_ih_l{layer}{suffix}", [rows]);
        Register($"bias_hh_l{layer}{suffix}", [rows]);
    }

    private void Register(string name, long[] shape) => register_parameter(name, InitialWeights.Empty(shape, _options.Device, _options.Dtype));

    private protected override string Extra
    {
        get
        {
            string text = $"{Text.Of(Options.InputSize)}, {Text.Of(Options.HiddenSize)}";
            if (Options.NumLayers != 1) text += $", num_layers={Text.Of(Options.NumLayers)}";
            if (!Options.Bias) text += ", bias=False";
            if (Options.BatchFirst) text += ", batch_first=True";
            if (Options.Dropout != 0) text += $", dropout={Text.Of(Options.Dropout)}";
            return text + (Options.Bidirectional ? ", bidirectional=True" : "");
        }
    }
}
