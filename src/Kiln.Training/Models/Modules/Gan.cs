using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A generative adversarial pair: the generator makes examples of noise, the critic tells them from real ones. In every step the critic learns
/// <c>softplus(-c(x)) + softplus(c(g(z)))</c>, then the generator <c>softplus(-c(g(z)))</c>, means over the batch in nats.
/// </summary>
/// <remarks>Source: Goodfellow et al. 2014, with the generator's loss of section 3 that does not saturate.</remarks>
public sealed class Gan : nn.Module<Tensor, Tensor>, IOwnLosses
{
    private const long FixedNoise = 64;
    private const double Slope = 0.2;

    private readonly nn.Module<Tensor, Tensor> _critic;
    private readonly Tensor _fixedNoise;

    /// <summary>Makes one with fresh weights.</summary>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="noise">Numbers that an example is made of.</param>
    /// <param name="hidden">Neurons in each of the two hidden layers of either network (default 128).</param>
    public Gan(long[] inputShape, long noise, long hidden = 128) : base(nameof(Gan))
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        Noise = noise;
        var form = new ExampleForm(inputShape);
        Generator = LayerStack.Build(
            [
                Linear(hidden, line: 0), LeakyReLU(Slope, line: 0), Linear(hidden, line: 0), LeakyReLU(Slope, line: 0),
                Linear(form.Numbers, line: 0), ReshapeTo(inputShape, line: 0),
            ], new ExampleForm([noise]));
        _critic = LayerStack.Build(
            [
                Flatten(line: 0), Linear(hidden, line: 0), LeakyReLU(Slope, line: 0), Linear(hidden, line: 0), LeakyReLU(Slope, line: 0), Linear(1, line: 0),
            ], form);
        _fixedNoise = randn(FixedNoise, noise);
        register_module("generator", Generator);
        register_module("critic", _critic);
        register_buffer("fixed_noise", _fixedNoise);
        Parts = [new LossPart("critic", _critic, batch => CriticLoss(batch.Inputs)), new LossPart("generator", Generator, batch => GeneratorLoss(batch.Inputs))];
    }

    /// <summary>Numbers that an example is made of.</summary>
    public long Noise { get; }

    /// <summary>(N, noise) to (N, *): what makes examples.</summary>
    public nn.Module<Tensor, Tensor> Generator { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LossPart> Parts { get; }

    /// <summary>New examples, of noise drawn by torch's generator.</summary>
    /// <param name="count">N.</param>
    /// <returns>(N, *) examples; the caller disposes them.</returns>
    public Tensor Sample(long count) => Generator.call(randn(count, Noise));

    /// <summary>How real examples look to the critic.</summary>
    /// <param name="examples">(N, *) examples.</param>
    /// <returns>(N, 1) above 0 for real, below for made ones; the caller disposes it.</returns>
    public Tensor Judge(Tensor examples) => _critic.call(examples);

    /// <summary>As many examples as the batch has. While evaluating they are always made of the same noise, so that epochs can be compared.</summary>
    /// <param name="input">(N, *) examples, of which only the number counts.</param>
    /// <returns>(N, *) made examples; the caller disposes them.</returns>
    public override Tensor forward(Tensor input) => Generator.call(NoiseFor(input));

    private Tensor CriticLoss(Tensor real)
    {
        Tensor made;
        using (no_grad()) made = forward(real);
        return (nn.functional.softplus(-Judge(real)) + nn.functional.softplus(Judge(made))).mean();
    }

    private Tensor GeneratorLoss(Tensor real) => nn.functional.softplus(-Judge(forward(real))).mean();

    private Tensor NoiseFor(Tensor input)
    {
        long count = input.shape[0];
        if (training) return randn(count, Noise);
        return _fixedNoise.index_select(0, arange(count, dtype: ScalarType.Int64).remainder(FixedNoise));
    }
}
