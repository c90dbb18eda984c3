using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace Kiln.Torch.Tests.Distributions;

/// <summary>Every distribution against python3-torch: moments, entropy, densities with gradients, and samples for a seed.</summary>
public sealed class DistributionGoldenTests
{
    private static readonly GoldenCases Cases = new("Distributions", "golden", "distributions.json");

    /// <summary>How each distribution of the fixture is made of its parameters, and how many there are.</summary>
    private static readonly Dictionary<string, (int Parameters, Func<Tensor[], Distribution> Make)> Makers = new()
    {
        ["Normal"] = (2, i => Normal(i[0], i[1])),
        ["Laplace"] = (2, i => Laplace(i[0], i[1])),
        ["Cauchy"] = (2, i => Cauchy(i[0], i[1])),
        ["Gumbel"] = (2, i => Gumbel(i[0], i[1])),
        ["Uniform"] = (2, i => Uniform(low: i[0], high: i[1])),
        ["HalfNormal"] = (1, i => HalfNormal(i[0])),
        ["HalfCauchy"] = (1, i => HalfCauchy(i[0])),
        ["LogNormal"] = (2, i => LogNormal(i[0], i[1])),
        ["Exponential"] = (1, i => Exponential(i[0])),
        ["Gamma"] = (2, i => Gamma(i[0], i[1])),
        ["Chi2"] = (1, i => Chi2(i[0])),
        ["FisherSnedecor"] = (2, i => FisherSnedecor(i[0], i[1])),
        ["Pareto"] = (2, i => Pareto(scale: i[0], alpha: i[1])),
        ["Weibull"] = (2, i => Weibull(scale: i[0], concentration: i[1])),
        ["Beta"] = (2, i => Beta(i[0], i[1])),
        ["Kumaraswamy"] = (2, i => Kumaraswamy(i[0], i[1])),
        ["Dirichlet"] = (1, i => Dirichlet(i[0])),
        ["Dirichlet below one"] = (1, i => Dirichlet(i[0])),
        ["Poisson"] = (1, i => Poisson(i[0])),
        ["Bernoulli probs"] = (1, i => Bernoulli(i[0])),
        ["Bernoulli logits"] = (1, i => Bernoulli(logits: i[0])),
        ["Geometric probs"] = (1, i => Geometric(i[0])),
        ["Geometric logits"] = (1, i => Geometric(logits: i[0])),
        ["Binomial probs"] = (2, i => Binomial(i[0], i[1])),
        ["Binomial logits"] = (2, i => Binomial(i[0], logits: i[1])),
        ["NegativeBinomial probs"] = (2, i => NegativeBinomial(i[0], i[1])),
        ["NegativeBinomial logits"] = (2, i => NegativeBinomial(i[0], logits: i[1])),
        ["Categorical probs"] = (1, i => Categorical(i[0])),
        ["Categorical logits"] = (1, i => Categorical(logits: i[0])),
        ["OneHotCategorical probs"] = (1, i => OneHotCategorical(i[0])),
        ["OneHotCategorical logits"] = (1, i => OneHotCategorical(logits: i[0])),
        ["Multinomial probs"] = (1, i => Multinomial(5, i[0])),
        ["Multinomial logits"] = (1, i => Multinomial(5, logits: i[0])),
        ["LogitRelaxedBernoulli probs"] = (2, i => LogitRelaxedBernoulli(i[0], i[1])),
        ["LogitRelaxedBernoulli logits"] = (2, i => LogitRelaxedBernoulli(i[0], logits: i[1])),
        ["RelaxedBernoulli probs"] = (2, i => RelaxedBernoulli(i[0], i[1])),
        ["RelaxedBernoulli logits"] = (2, i => RelaxedBernoulli(i[0], logits: i[1])),
        ["ExpRelaxedCategorical probs"] = (2, i => ExpRelaxedCategorical(i[0], i[1])),
        ["RelaxedOneHotCategorical probs"] = (2, i => RelaxedOneHotCategorical(i[0], i[1])),
        ["RelaxedOneHotCategorical logits"] = (2, i => RelaxedOneHotCategorical(i[0], logits: i[1])),
        ["MultivariateNormal covariance"] = (2, i => MultivariateNormal(i[0], i[1])),
        ["MultivariateNormal precision"] = (2, i => MultivariateNormal(i[0], precision_matrix: i[1])),
        ["MultivariateNormal factor"] = (2, i => MultivariateNormal(i[0], scale_tril: i[1])),
        ["Independent"] = (2, i => Independent(Normal(i[0], i[1]), reinterpreted_batch_dims: 1)),
    };

    /// <summary>What a case asks of its distribution; the last input is the value where one is needed.</summary>
    private static readonly Dictionary<string, Func<Distribution, Tensor[], Tensor>> Members = new()
    {
        ["mean"] = (d, _) => d.mean,
        ["variance"] = (d, _) => d.variance,
        ["stddev"] = (d, _) => d.stddev,
        ["mode"] = (d, _) => d.mode,
        ["entropy"] = (d, _) => d.entropy(),
        ["perplexity"] = (d, _) => d.perplexity(),
        ["support"] = (d, _) => d.enumerate_support(),
        ["support unexpanded"] = (d, _) => d.enumerate_support(expand: false),
        ["log_prob"] = (d, i) => d.log_prob(i[^1]),
        ["cdf"] = (d, i) => d.cdf(i[^1]),
        ["icdf"] = (d, i) => d.icdf(i[^1]),
        ["sample"] = (d, _) => d.sample(3),
        ["rsample"] = (d, _) => d.rsample(3),
    };

    public static TheoryData<string> Names => [.. Cases.Names];

    public static TheoryData<string> WithDensity => [.. Cases.Names.Where(name => name.EndsWith(" log_prob", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Names))]
    public void Results_and_gradients_equal_those_of_Python(string name)
    {
        var (maker, member) = Parts(name);
        Cases.Check(name, inputs => Members[member](Makers[maker].Make(inputs), inputs));
    }

    [Fact]
    public void Every_distribution_is_in_the_fixture() =>
        Assert.Equal(Makers.Keys.Order(), Cases.Names.Select(name => Parts(name).Maker).Distinct().Order());

    [Theory, MemberData(nameof(WithDensity))]
    public void An_expanded_distribution_has_the_same_densities_for_a_larger_batch(string name)
    {
        using var scope = NewDisposeScope();
        var inputs = Cases.Inputs(name);
        using var one = Makers[Parts(name).Maker].Make(inputs);
        long[] shape = [2, .. Sizes(one.batch_shape)];

        using var expanded = one.expand(shape);

        Assert.Equal(shape, Sizes(expanded.batch_shape));
        Assert.Equal(Sizes(one.event_shape), Sizes(expanded.event_shape));
        Assert.Equal([4, .. shape, .. Sizes(one.event_shape)], expanded.sample(new Size([4L])).shape);
        var expected = one.log_prob(inputs[^1]);
        TensorAssert.Close(expected.expand([2, .. expected.shape]), expanded.log_prob(inputs[^1]));
        Assert.Contains("Leave the argument out", Assert.Throws<ArgumentException>(() => one.expand(shape, one)).Message);
    }

    private static (string Maker, string Member) Parts(string name)
    {
        string member = Members.Keys.Where(key => name.EndsWith(" " + key, StringComparison.Ordinal)).MaxBy(key => key.Length)!;
        return (name[..^(member.Length + 1)], member);
    }

    private static long[] Sizes(Size size) => [.. Enumerable.Range(0, size.Length).Select(i => size[i])];
}
