using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace Kiln.Torch.Tests.Distributions;

/// <summary>What distributions do beyond their formulas: numbers as parameters, generators, lifetimes, the caller's mistakes.</summary>
public sealed class DistributionTests
{
    private const int Draws = 20_000;

    /// <summary>Each form of a factory that takes numbers, beside the form that takes tensors.</summary>
    private static readonly Dictionary<string, (Func<Distribution> Numbers, Func<Distribution> Tensors)> Forms = new()
    {
        ["Normal float"] = (() => Normal(0.5f), () => Normal(tensor(0.5f), tensor(1f))),
        ["Normal double"] = (() => Normal(0.5, 2.0), () => Normal(tensor(0.5), tensor(2.0))),
        ["Laplace float"] = (() => Laplace(0.5f, 2f), () => Laplace(tensor(0.5f), tensor(2f))),
        ["Laplace double"] = (() => Laplace(0.5), () => Laplace(tensor(0.5), tensor(1.0))),
        ["Poisson float"] = (() => Poisson(2.5f), () => Poisson(tensor(2.5f))),
        ["Poisson double"] = (() => Poisson(2.5), () => Poisson(tensor(2.5))),
        ["Bernoulli float"] = (() => Bernoulli(0.3f, null), () => Bernoulli(tensor(0.3f))),
        ["Bernoulli double"] = (() => Bernoulli(null, 0.3), () => Bernoulli(logits: tensor(0.3))),
        ["Binomial float"] = (() => Binomial(6, 0.3f, null), () => Binomial(tensor(6), tensor(0.3f))),
        ["Binomial double"] = (() => Binomial(6, null, 0.3), () => Binomial(tensor(6), logits: tensor(0.3))),
        ["NegativeBinomial float"] = (() => NegativeBinomial(6, 0.3f, null), () => NegativeBinomial(tensor(6), tensor(0.3f))),
        ["NegativeBinomial double"] = (() => NegativeBinomial(6, null, 0.3), () => NegativeBinomial(tensor(6), logits: tensor(0.3))),
        ["OneHotCategorical float"] = (() => OneHotCategorical(0.3f, null), () => OneHotCategorical(tensor(new[] { 1f }))),
        ["OneHotCategorical double"] = (() => OneHotCategorical(null, 0.3), () => OneHotCategorical(tensor(new[] { 1.0 }))),
        ["Categorical"] = (() => Categorical(4), () => Categorical(ones(4))),
        ["Multinomial"] = (() => Multinomial(3, 4), () => Multinomial(3, ones(4))),
        ["LogitRelaxedBernoulli float"] = (() => LogitRelaxedBernoulli(tensor(0.5f), 0.3f, null), () => LogitRelaxedBernoulli(tensor(0.5f), tensor(0.3f))),
        ["LogitRelaxedBernoulli double"] = (() => LogitRelaxedBernoulli(tensor(0.5), null, 0.3), () => LogitRelaxedBernoulli(tensor(0.5), logits: tensor(0.3))),
        ["RelaxedBernoulli float"] = (() => RelaxedBernoulli(tensor(0.5f), 0.3f, null), () => RelaxedBernoulli(tensor(0.5f), tensor(0.3f))),
        ["RelaxedBernoulli double"] = (() => RelaxedBernoulli(tensor(0.5), null, 0.3), () => RelaxedBernoulli(tensor(0.5), logits: tensor(0.3))),
        ["ExpRelaxedCategorical float"] = (() => ExpRelaxedCategorical(tensor(0.5f), 0.3f, null), () => ExpRelaxedCategorical(tensor(0.5f), ones(1))),
        ["ExpRelaxedCategorical double"] = (() => ExpRelaxedCategorical(tensor(0.5), null, 0.3), () => ExpRelaxedCategorical(tensor(0.5), ones(1, dtype: float64))),
        ["RelaxedOneHotCategorical float"] = (() => RelaxedOneHotCategorical(tensor(0.5f), 0.3f, null), () => RelaxedOneHotCategorical(tensor(0.5f), ones(1))),
        ["RelaxedOneHotCategorical double"] = (() => RelaxedOneHotCategorical(tensor(0.5), null, 0.3), () => RelaxedOneHotCategorical(tensor(0.5), ones(1, dtype: float64))),
    };

    /// <summary>Distributions with a generator of their own, and tensors (mean, variance) they must come to.</summary>
    private static readonly Dictionary<string, Func<Generator, Distribution>> Seeded = new()
    {
        ["Normal"] = g => Normal(tensor(1f), tensor(2f), generator: g),
        ["Laplace"] = g => Laplace(tensor(1f), tensor(2f), generator: g),
        ["Gumbel"] = g => Gumbel(tensor(1f), tensor(2f), generator: g),
        ["Uniform"] = g => Uniform(tensor(1f), tensor(2f), generator: g),
        ["HalfNormal"] = g => HalfNormal(tensor(2f), generator: g),
        ["LogNormal"] = g => LogNormal(tensor(0.1f), tensor(0.4f), generator: g),
        ["Exponential"] = g => Exponential(tensor(2f), generator: g),
        ["Gamma"] = g => Gamma(tensor(3f), tensor(2f), generator: g),
        ["Chi2"] = g => Chi2(tensor(3f), generator: g),
        ["FisherSnedecor"] = g => FisherSnedecor(tensor(4f), tensor(20f), generator: g),
        ["Pareto"] = g => Pareto(tensor(1f), tensor(8f), generator: g),
        ["Weibull"] = g => Weibull(tensor(1f), tensor(2f), generator: g),
        ["Beta"] = g => Beta(tensor(2f), tensor(3f), generator: g),
        ["Kumaraswamy"] = g => Kumaraswamy(tensor(2f), tensor(3f), generator: g),
        ["Dirichlet"] = g => Dirichlet(tensor(new[] { 2f, 3f, 4f }), generator: g),
        ["Poisson"] = g => Poisson(tensor(3f), generator: g),
        ["Bernoulli"] = g => Bernoulli(tensor(0.3f), generator: g),
        ["Geometric"] = g => Geometric(tensor(0.4f), generator: g),
        ["Binomial"] = g => Binomial(tensor(8), tensor(0.3f), generator: g),
        ["NegativeBinomial"] = g => NegativeBinomial(tensor(4), tensor(0.3f), generator: g),
        ["OneHotCategorical"] = g => OneHotCategorical(tensor(new[] { 1f, 2f, 3f }), generator: g),
        ["Multinomial"] = g => Multinomial(6, tensor(new[] { 1f, 2f, 3f }), generator: g),
        ["MultivariateNormal"] = g => MultivariateNormal(ones(2), tensor(new[] { 2f, 0.5f, 0.5f, 1f }).view(2, 2), generator: g),
        ["Independent"] = g => Independent(Normal(zeros(3), ones(3), g), 1, generator: g),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    public static TheoryData<string> SeededNames => [.. Seeded.Keys];

    [Theory, MemberData(nameof(FormNames))]
    public void Numbers_as_parameters_are_tensors_of_their_type(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = Forms[name].Tensors().sample(5);
        manual_seed(3);
        TensorAssert.Same(expected, Forms[name].Numbers().sample(5));
    }

    [Theory, MemberData(nameof(SeededNames))]
    public void Samples_have_the_moments_and_come_from_the_generator_given(string name)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(12);
        using var distribution = Seeded[name](generator);

        var drawn = distribution.sample(Draws);

        generator.manual_seed(12);
        TensorAssert.Same(drawn, distribution.sample(Draws));
        var deviation = (drawn.mean([0]) - distribution.mean).abs() / distribution.stddev;
        Assert.True(deviation.max().ToDouble() < 5 / Math.Sqrt(Draws), $"mean is off by {deviation.max().ToDouble():F4} standard deviations");
        var ratio = (drawn.var(0) / distribution.variance - 1).abs();
        Assert.True(ratio.max().ToDouble() < 0.2, $"variance is off by {ratio.max().ToDouble():P1}");
    }

    [Fact]
    public void A_distribution_outlives_the_scope_it_was_made_in_and_frees_what_it_holds()
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (tensor(1.0), tensor(2.0));
        long before = LivingTensors.Settled();
        Distribution normal;
        using (NewDisposeScope()) normal = Normal(mean, deviation);
        Assert.Equal(1, normal.mean.ToDouble());
        normal.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.False(mean.IsInvalid);
    }

    [Fact]
    public void Calls_leave_only_their_result_behind()
    {
        using var scope = NewDisposeScope();
        using var normal = Normal(tensor(1.0), tensor(2.0));
        using var categorical = Categorical(logits: zeros(2, 3));
        categorical.entropy();
        var value = tensor(0.5);
        long before = LivingTensors.Settled();
        using var a = normal.log_prob(value);
        using var b = normal.rsample(4);
        using var c = categorical.sample(4);
        using var d = categorical.log_prob(c);
        using var e = normal.perplexity();
        Assert.Equal(before + 5, Tensor.TotalCount);
    }

    [Fact]
    public void Policy_gradients_reach_the_scores()
    {
        using var scope = NewDisposeScope();
        var scores = zeros(2, 3).requires_grad_();
        using var policy = Categorical(logits: scores);
        var actions = policy.sample();
        (-policy.log_prob(actions)).sum().backward();
        TensorAssert.Close(ones(2, 3) / 3 - nn.functional.one_hot(actions, 3), scores.grad!);
    }

    [Fact]
    public void Samples_have_no_gradients_and_reparametrised_ones_do()
    {
        using var scope = NewDisposeScope();
        var location = tensor(0.5).requires_grad_();
        using var normal = Normal(location, tensor(1.0));
        Assert.False(normal.sample(2).requires_grad);
        Assert.True(normal.rsample(2).requires_grad);
        Assert.True(normal.rsample(new Size([2L])).requires_grad);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_with_the_first_wrong_value()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("scale to be above 0 everywhere, got -1", Assert.Throws<ArgumentException>(() => Normal(zeros(2), tensor(new[] { 1f, -1f }))).Message);
        Assert.Contains("got NaN", Assert.Throws<ArgumentException>(() => Normal(zeros(1), tensor(float.NaN))).Message);
        Assert.Contains("loc to be a number", Assert.Throws<ArgumentException>(() => Normal(tensor(float.NaN), ones(1))).Message);
        Assert.Contains("logits to be a number", Assert.Throws<ArgumentException>(() => Categorical(logits: full(2, float.NaN))).Message);
        Assert.Contains("above low", Assert.Throws<ArgumentException>(() => Uniform(tensor(1f), tensor(1f))).Message);
        Assert.Contains("in 0..1", Assert.Throws<ArgumentException>(() => Bernoulli(tensor(1.5f))).Message);
        Assert.Contains("got neither", Assert.Throws<ArgumentException>(() => Bernoulli()).Message);
        Assert.Contains("got both", Assert.Throws<ArgumentException>(() => Categorical(ones(2), zeros(2))).Message);
        Assert.Contains("got a scalar", Assert.Throws<ArgumentException>(() => Categorical(tensor(1f))).Message);
        Assert.Contains("exactly one", Assert.Throws<ArgumentException>(() => MultivariateNormal(zeros(2))).Message);
        Assert.Contains("(2, 2) for a mean", Assert.Throws<ArgumentException>(() => MultivariateNormal(zeros(2), eye(3))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Independent(Normal(zeros(2), ones(2)), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Categorical(0));
    }

    [Fact]
    public void What_has_no_formula_says_so()
    {
        using var scope = NewDisposeScope();
        using var poisson = Poisson(tensor(2f));
        Assert.Contains("Poisson has no entropy", Assert.Throws<NotImplementedException>(() => poisson.entropy()).Message);
        Assert.Contains("no cdf", Assert.Throws<NotImplementedException>(() => poisson.cdf(zeros(1))).Message);
        Assert.Throws<NotImplementedException>(() => poisson.icdf(zeros(1)));
        Assert.Throws<NotImplementedException>(() => poisson.enumerate_support());
        Assert.Throws<NotSupportedException>(() => Binomial(tensor(new[] { 1f, 2f }), tensor(0.5f)).entropy());
        Assert.Throws<NotSupportedException>(() => Independent(Bernoulli(ones(2)), 1).enumerate_support());
    }

    [Fact]
    public void A_covariance_its_inverse_and_its_factor_are_the_same_distribution()
    {
        using var scope = NewDisposeScope();
        var covariance = tensor(new[] { 2.0, 0.5, 0.5, 1.0 }).view(2, 2);
        using var normal = MultivariateNormal(zeros(2, dtype: float64), covariance_matrix: covariance);
        TensorAssert.Close(covariance, normal.covariance_matrix);
        TensorAssert.Close(covariance.inverse(), normal.precision_matrix);
        TensorAssert.Close(covariance, normal.scale_tril.matmul(normal.scale_tril.t()));
    }

    [Fact]
    public void A_distribution_of_ones_own_needs_only_its_formulas()
    {
        using var scope = NewDisposeScope();
        using Distribution coin = new Sure(generator: null, batch_shape: [2], event_shape: null);
        Assert.Equal(2, coin.batch_shape[0]);
        Assert.Equal(0, coin.event_shape.Length);
        Assert.Equal([3, 2], coin.sample(3).shape);
        TensorAssert.Same(ones(2), coin.perplexity());
        TensorAssert.Same(zeros(2), coin.stddev);
        Assert.Throws<NotImplementedException>(() => coin.mode);
        using Distribution other = new Sure(null, new Size([5L]));
        Assert.Equal(5, other.batch_shape[0]);
    }

    private sealed class Sure : Distribution
    {
        public Sure(Generator? generator, long[]? batch_shape, long[]? event_shape) : base(generator, batch_shape, event_shape)
        {
        }

        public Sure(Generator? generator, Size batch_shape) : base(generator, batch_shape)
        {
        }

        public override Tensor mean => ones(ExtendedShape());

        public override Tensor variance => zeros(ExtendedShape());

        public override Tensor rsample(params long[] sample_shape) => ones(ExtendedShape(sample_shape));

        public override Tensor log_prob(Tensor value) => zeros_like(value);

        public override Tensor entropy() => zeros(ExtendedShape());

        public override Distribution expand(Size batch_shape, Distribution? instance = null) => new Sure(generator, batch_shape);
    }
}
