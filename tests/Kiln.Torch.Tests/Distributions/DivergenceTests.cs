using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace Kiln.Torch.Tests.Distributions;

/// <summary>Kullback-Leibler divergences against python3-torch: values and gradients.</summary>
public sealed class DivergenceTests
{
    private static readonly GoldenCases Cases = new("Distributions", "golden", "divergences.json");

    /// <summary>How both distributions of a case are made of its inputs.</summary>
    private static readonly Dictionary<string, Func<Tensor[], (Distribution P, Distribution Q)>> Pairs = new()
    {
        ["Normal"] = i => (Normal(i[0], i[1]), Normal(i[2], i[3])),
        ["Laplace"] = i => (Laplace(i[0], i[1]), Laplace(i[2], i[3])),
        ["Cauchy"] = i => (Cauchy(i[0], i[1]), Cauchy(i[2], i[3])),
        ["Gumbel"] = i => (Gumbel(i[0], i[1]), Gumbel(i[2], i[3])),
        ["LogNormal"] = i => (LogNormal(i[0], i[1]), LogNormal(i[2], i[3])),
        ["HalfNormal"] = i => (HalfNormal(i[0]), HalfNormal(i[1])),
        ["Uniform"] = i => (Uniform(i[0], i[1]), Uniform(i[2], i[3])),
        ["Exponential"] = i => (Exponential(i[0]), Exponential(i[1])),
        ["Gamma"] = i => (Gamma(i[0], i[1]), Gamma(i[2], i[3])),
        ["Chi2"] = i => (Chi2(i[0]), Chi2(i[1])),
        ["Beta"] = i => (Beta(i[0], i[1]), Beta(i[2], i[3])),
        ["Pareto"] = i => (Pareto(i[0], i[1]), Pareto(i[2], i[3])),
        ["Dirichlet"] = i => (Dirichlet(i[0]), Dirichlet(i[1])),
        ["Independent"] = i => (Independent(Normal(i[0], i[1]), 1), Independent(Normal(i[2], i[3]), 1)),
        ["MultivariateNormal"] = i => (MultivariateNormal(i[0], i[1]), MultivariateNormal(i[2], i[3])),
        ["Bernoulli"] = i => (Bernoulli(i[0]), Bernoulli(i[1])),
        ["Bernoulli certain"] = i => (Bernoulli(i[0]), Bernoulli(i[1])),
        ["Bernoulli Poisson"] = i => (Bernoulli(i[0]), Poisson(i[1])),
        ["Binomial"] = i => (Binomial(i[0].detach(), i[1]), Binomial(i[2].detach(), i[3])),
        ["Categorical"] = i => (Categorical(logits: i[0]), Categorical(logits: i[1])),
        ["Categorical excluded"] = i => (Categorical(i[0]), Categorical(i[1])),
        ["OneHotCategorical"] = i => (OneHotCategorical(logits: i[0]), OneHotCategorical(logits: i[1])),
        ["Geometric"] = i => (Geometric(i[0]), Geometric(i[1])),
        ["Poisson"] = i => (Poisson(i[0]), Poisson(i[1])),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Divergences_and_gradients_equal_those_of_Python(string name) => Cases.Check(name, inputs =>
    {
        var (p, q) = Pairs[name](inputs);
        return kl_divergence(p, q);
    });

    [Fact]
    public void Every_case_of_the_fixture_is_tested() => Assert.Equal(Cases.Names.Order(), Pairs.Keys.Order());

    [Fact]
    public void Pairs_without_a_formula_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Normal and Poisson", Assert.Throws<NotImplementedException>(() => kl_divergence(Normal(0f), Poisson(1f))).Message);
        Assert.Contains("(2) and (3)", Assert.Throws<ArgumentException>(() => kl_divergence(Dirichlet(ones(2)), Dirichlet(ones(3)))).Message);
        Assert.Throws<NotImplementedException>(() => kl_divergence(Binomial(tensor(2), tensor(0.5f)), Binomial(tensor(3), tensor(0.5f))));
    }
}
