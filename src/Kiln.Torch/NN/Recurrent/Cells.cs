using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What recurrent cells share: the weights of one step.</summary>
/// <typeparam name="TState">The type of the state given.</typeparam>
/// <typeparam name="TResult">The type of the state returned.</typeparam>
/// <remarks>Weights are drawn from the uniform distribution on ±1/√hiddenSize.</remarks>
public abstract class RecurrentCell<TState, TResult> : nn.Module<Tensor, TState, TResult>
{
    private Parameter? _weightInput;
    private Parameter? _weightHidden;
    private Parameter? _biasInput;
    private Parameter? _biasHidden;

    private protected RecurrentCell(string name, RecurrentOptions options, long gates) : base(name)
    {
        Options = options.Checked(name);
        long rows = gates * options.HiddenSize;
        weight_ih = InitialWeights.Empty([rows, options.InputSize], options.Device, options.Dtype);
        weight_hh = InitialWeights.Empty([rows, options.HiddenSize], options.Device, options.Dtype);
        if (options.Bias)
        {
            bias_ih = InitialWeights.Empty([rows], options.Device, options.Dtype);
            bias_hh = InitialWeights.Empty([rows], options.Device, options.Dtype);
        }
        InitialWeights.Uniform(parameters(), 1 / Math.Sqrt(options.HiddenSize));
    }

    /// <summary>The weight of the input, (gates · hiddenSize, inputSize).</summary>
    public Parameter weight_ih
    {
        get => _weightInput!;
        set => SetParameter(ref _weightInput, nameof(weight_ih), value);
    }

    /// <summary>The weight of the state, (gates · hiddenSize, hiddenSize).</summary>
    public Parameter weight_hh
    {
        get => _weightHidden!;
        set => SetParameter(ref _weightHidden, nameof(weight_hh), value);
    }

    /// <summary>The bias of the input, (gates · hiddenSize), or null.</summary>
    public Parameter? bias_ih
    {
        get => _biasInput;
        set => SetParameter(ref _biasInput, nameof(bias_ih), value);
    }

    /// <summary>The bias of the state, (gates · hiddenSize), or null.</summary>
    public Parameter? bias_hh
    {
        get => _biasHidden;
        set => SetParameter(ref _biasHidden, nameof(bias_hh), value);
    }

    private protected RecurrentOptions Options { get; }

    /// <summary>Refuses an input that the weights do not fit: libtorch reads beyond the end of it.</summary>
    private protected void CheckInput(Tensor input)
    {
        if (input.dim() is not (1 or 2) || input.shape[^1] != Options.InputSize)
            throw new ArgumentException($"{GetName()}: expected (N, {Options.InputSize}) or ({Options.InputSize}), got {Text.Of(input.shape)}.", nameof(input));
    }

    /// <summary>The state, checked; zeros where none is given.</summary>
    private protected Tensor State(Tensor? given, Tensor input)
    {
        long[] expected = input.dim() == 2 ? [input.shape[0], Options.HiddenSize] : [Options.HiddenSize];
        if (given is null) return zeros(expected, dtype: input.dtype, device: input.device);
        return given.shape.AsSpan().SequenceEqual(expected) ? given
            : throw new ArgumentException($"{GetName()}: expected a state {Text.Of(expected)}, got {Text.Of(given.shape)}.", nameof(given));
    }

    private protected static Tensor Batched(Tensor tensor) => tensor.dim() == 2 ? tensor : Ops.unsqueeze(tensor, 0);

    private protected static Tensor Like(Tensor input, Tensor result) => input.dim() == 2 ? result : Ops.squeeze(result, 0);

    private protected override string Extra =>
        $"{Text.Of(Options.InputSize)}, {Text.Of(Options.HiddenSize)}{(Options.Bias ? "" : ", bias=False")}";
}

/// <summary>One step of an Elman network.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.RNNCell.html"/>
public sealed class RNNCell : RecurrentCell<Tensor, Tensor>
{
    internal RNNCell(RecurrentOptions options) : base(nameof(RNNCell), options, 1)
    {
    }

    /// <summary>Makes a step.</summary>
    /// <param name="input">The input, (N, inputSize) or (inputSize).</param>
    /// <param name="h0">The state, (N, hiddenSize) or (hiddenSize); null for zeros.</param>
    /// <returns>The next state, of the state's shape; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        var (x, h) = (Batched(input), Batched(State(h0, input)));
        var next = Options.NonLinearity == nn.NonLinearities.Tanh
            ? Ops.rnn_tanh_cell(x, h, weight_ih, weight_hh, bias_ih, bias_hh)
            : Ops.rnn_relu_cell(x, h, weight_ih, weight_hh, bias_ih, bias_hh);
        return Like(input, next).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    private protected override string Extra => base.Extra + (Options.NonLinearity == nn.NonLinearities.Tanh ? "" : ", nonlinearity=relu");
}

/// <summary>One step of a gated recurrent unit.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GRUCell.html"/>
public sealed class GRUCell : RecurrentCell<Tensor, Tensor>
{
    internal GRUCell(RecurrentOptions options) : base(nameof(GRUCell), options, 3)
    {
    }

    /// <inheritdoc cref="RNNCell.forward"/>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        var next = Ops.gru_cell(Batched(input), Batched(State(h0, input)), weight_ih, weight_hh, bias_ih, bias_hh);
        return Like(input, next).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="RNNCell.forward"/>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);
}

/// <summary>One step of a long short-term memory network.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.LSTMCell.html"/>
public sealed class LSTMCell : RecurrentCell<(Tensor, Tensor)?, (Tensor, Tensor)>
{
    internal LSTMCell(RecurrentOptions options) : base(nameof(LSTMCell), options, 4)
    {
    }

    /// <summary>Makes a step.</summary>
    /// <param name="input">The input, (N, inputSize) or (inputSize).</param>
    /// <param name="h0_c0">Hidden and cell state, each (N, hiddenSize) or (hiddenSize); null for zeros.</param>
    /// <returns>The next hidden and cell state, of the states' shape; the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A shape does not fit the weights.</exception>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        CheckInput(input);
        using var scope = NewDisposeScope();
        Tensor[] state = [Batched(State(h0_c0?.Item1, input)), Batched(State(h0_c0?.Item2, input))];
        var (h, c) = Ops.lstm_cell(Batched(input), state, weight_ih, weight_hh, bias_ih, bias_hh);
        return scope.MoveToOuter(Like(input, h), Like(input, c));
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
