using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A variational autoencoder: the encoder gives mean and variance of a code, the decoder restores the example from a code drawn there.
/// It learns from its own loss, <c>½ ‖x - x'‖² + β KL(N(μ, σ²) ‖ N(0, 1))</c>, a mean over examples, in nats up to a constant.
/// </summary>
/// <remarks>Source: Kingma and Welling 2013, equation 10; β: Higgins et al. 2017.</remarks>
public sealed class Vae : nn.Module<Tensor, Tensor>, IOwnLosses
{
    private readonly double _beta;

    /// <summary>Makes one with fresh weights.</summary>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="code">Numbers in a code.</param>
    /// <param name="hidden">Neurons between example and code, on either side (default 128).</param>
    /// <param name="beta">Weight of the second term (default 1); more makes codes smoother and pictures blurrier.</param>
    public Vae(long[] inputShape, long code, long hidden = 128, double beta = 1) : base(nameof(Vae))
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        (Code, _beta) = (code, beta);
        var form = new ExampleForm(inputShape);
        Encoder = LayerStack.Build([Flatten(line: 0), Linear(hidden, line: 0), ReLU(line: 0), Linear(2 * code, line: 0)], form);
        Decoder = LayerStack.Build([Linear(hidden, line: 0), ReLU(line: 0), Linear(form.Numbers, line: 0), ReshapeTo(inputShape, line: 0)], new ExampleForm([code]));
        register_module("encoder", Encoder);
        register_module("decoder", Decoder);
        Parts = [new LossPart("elbo", this, batch => Loss(batch.Inputs))];
    }

    /// <summary>Numbers in a code.</summary>
    public long Code { get; }

    /// <summary>(N, *) to (N, 2 · code): means, then logarithms of variances.</summary>
    internal nn.Module<Tensor, Tensor> Encoder { get; }

    /// <summary>(N, code) to (N, *).</summary>
    internal nn.Module<Tensor, Tensor> Decoder { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LossPart> Parts { get; }

    /// <summary>Mean and logarithm of the variance of the code of each example.</summary>
    /// <param name="input">(N, *) examples.</param>
    /// <returns>(N, code) twice; the caller disposes both.</returns>
    public (Tensor Mean, Tensor LogVariance) Encode(Tensor input)
    {
        Tensor both = Encoder.call(input);
        return (both.narrow(1, 0, Code), both.narrow(1, Code, Code));
    }

    /// <summary>Examples of codes.</summary>
    /// <param name="code">(N, code).</param>
    /// <returns>(N, *) examples; the caller disposes them.</returns>
    public Tensor Decode(Tensor code) => Decoder.call(code);

    /// <summary>New examples, of codes drawn from the normal distribution by torch's generator.</summary>
    /// <param name="count">N.</param>
    /// <returns>(N, *) examples; the caller disposes them.</returns>
    public Tensor Sample(long count) => Decode(randn(count, Code));

    /// <summary>The examples restored; while evaluating from the mean of each code, so that no chance is in it.</summary>
    /// <param name="input">(N, *) examples.</param>
    /// <returns>(N, *) the same restored; the caller disposes them.</returns>
    public override Tensor forward(Tensor input)
    {
        (Tensor mean, Tensor logVariance) = Encode(input);
        return Decode(Drawn(mean, logVariance));
    }

    private Tensor Loss(Tensor input)
    {
        (Tensor mean, Tensor logVariance) = Encode(input);
        Tensor error = (Decode(Drawn(mean, logVariance)) - input).square().sum() * 0.5;
        Tensor divergence = (logVariance.exp() + mean.square() - 1 - logVariance).sum() * 0.5;
        return (error + divergence * _beta) / input.shape[0];
    }

    private Tensor Drawn(Tensor mean, Tensor logVariance) =>
        training ? mean + (logVariance * 0.5).exp() * randn_like(mean) : mean;
}
