using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

public sealed class InitialiserTests
{
    private static readonly JsonElement Cases = Golden.File("NN", "initialisers.json");

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Initialisers = new()
    {
        ["kaiming_uniform_"] = t => init.kaiming_uniform_(t),
        ["kaiming_uniform_ relu out"] = t => init.kaiming_uniform_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = t => init.kaiming_normal_(t, a: 0.3, mode: init.FanInOut.FanIn),
        ["xavier_uniform_"] = t => init.xavier_uniform_(t, gain: 2),
        ["xavier_normal_"] = t => init.xavier_normal_(t),
        ["uniform_"] = t => init.uniform_(t, -2, 3),
        ["normal_"] = t => init.normal_(t, 1, 0.5),
        ["constant_"] = t => init.constant_(t, 0.25),
        ["zeros_"] = t => init.zeros_(t),
        ["ones_"] = t => init.ones_(t),
        ["eye_"] = t => init.eye_(t.view(6, 4)).view(3, 2, 2, 2),
        ["dirac_"] = t => init.dirac_(t),
        ["dirac_ volume"] = t => init.dirac_(t.view(2, 3, 1, 2, 2)).view(3, 2, 2, 2),
        ["orthogonal_"] = t => init.orthogonal_(t, gain: 1.5),
        ["orthogonal_ tall"] = t => init.orthogonal_(t.view(8, 3)).view(3, 2, 2, 2),
        ["sparse_"] = t => init.sparse_(t.view(6, 4), sparsity: 0.4, std: 0.5).view(3, 2, 2, 2),
        ["trunc_normal_"] = t => init.trunc_normal_(t, mean: 0.5, std: 2, a: -1, b: 3),
        ["glorot_uniform_"] = t => init.glorot_uniform_(t, gain: 0.5),
        ["glorot_normal_"] = t => init.glorot_normal_(t, gain: 0.5),
    };

    public static TheoryData<string> Names => [.. Initialisers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void An_initialiser_draws_pytorchs_values(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(21);
        var weight = Parameter(empty(3, 2, 2, 2));
        using (no_grad()) TensorAssert.Same(weight, Initialisers[name](weight));
        Golden.Close(Golden.Floats(Cases.GetProperty(name)), weight, Tolerance(name), name);
        Assert.True(weight.requires_grad && weight.is_leaf);
    }

    [Fact]
    public void An_initialiser_returns_the_tensor_it_filled_and_records_nothing()
    {
        using var scope = NewDisposeScope();
        var weight = Parameter(empty(3, 4));
        Assert.Same(weight, init.orthogonal_(weight));
        Assert.Same(weight, init.sparse_(weight, 0.5));
        Assert.Same(weight, init.trunc_normal_(weight));
        Assert.Same(weight, init.eye_(weight));
        Assert.True(weight.is_leaf);
    }

    [Fact]
    public void An_initialiser_draws_from_the_generator_it_is_given()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var first = init.trunc_normal_(empty(4), generator: generator);
        generator.manual_seed(3);
        TensorAssert.Same(first, init.trunc_normal_(empty(4), generator: generator));
        generator.manual_seed(4);
        var uniform = init.uniform_(empty(4), generator: generator);
        generator.manual_seed(4);
        TensorAssert.Same(uniform, init.uniform_(empty(4), 0, 1, generator));
        TensorAssert.Same(init.normal_(empty(4), generator: new Generator(5)), init.normal_(empty(4), 0, 1, new Generator(5)));
    }

    [Fact]
    public void Gains_and_fans_are_pytorchs()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((2 * 5, 3 * 5), init.CalculateFanInAndFanOut(empty(3, 2, 5)));
        Assert.Equal(Math.Sqrt(2 / (1 + 0.01)), init.calculate_gain(init.NonlinearityType.LeakyReLU, param: 0.1), 12);
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU), 12);
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh), 12);
        Assert.All([init.NonlinearityType.Linear, init.NonlinearityType.Sigmoid, init.NonlinearityType.Conv1D, init.NonlinearityType.Conv2D, init.NonlinearityType.Conv3D,
            init.NonlinearityType.ConvTranspose1D, init.NonlinearityType.ConvTranspose2D, init.NonlinearityType.ConvTranspose3D], type => Assert.Equal(1, init.calculate_gain(type)));
    }

    [Fact]
    public void Initialisers_refuse_tensors_of_another_rank()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("got (2, 3, 4)", Assert.Throws<ArgumentException>(() => init.eye_(empty(2, 3, 4))).Message);
        Assert.Contains("Use eye_", Assert.Throws<ArgumentException>(() => init.dirac_(empty(2, 3))).Message);
        Assert.Contains("at least two", Assert.Throws<ArgumentException>(() => init.orthogonal_(empty(2))).Message);
        Assert.Contains("a matrix", Assert.Throws<ArgumentException>(() => init.sparse_(empty(2), 0.5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => init.sparse_(empty(2, 2), 1.5));
    }

    [Fact]
    public void A_bias_has_no_fans_and_the_message_says_what_to_use()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => init.kaiming_uniform_(zeros(3)));
        Assert.Contains("at least two dimensions, got (3)", error.Message);
        Assert.Contains("zeros_ or uniform_", error.Message);
    }

    // Orthogonal matrices come from LAPACK, whose last digits depend on the processor.
    private static double Tolerance(string name) => name.StartsWith("orthogonal", StringComparison.Ordinal) ? 1e-6 : 0;

    [Theory, InlineData("2", 2), InlineData("inf", double.PositiveInfinity)]
    public void Gradient_clipping_equals_pytorchs(string name, double order)
    {
        using var scope = NewDisposeScope();
        var expected = Golden.File("NN", "clipping.json").GetProperty(name);
        var parameters = new[] { Parameter(zeros(2, 3)), Parameter(zeros(4)), Parameter(zeros(1)) };
        for (int i = 0; i < 2; i++) parameters[i].grad = tensor(Golden.Floats(expected.GetProperty("before")[i])).reshape(parameters[i].shape);
        Assert.Equal(expected.GetProperty("norm").GetDouble(), nn.utils.clip_grad_norm_(parameters, 0.75, order), 6);
        for (int i = 0; i < 2; i++) Golden.Close(Golden.Floats(expected.GetProperty("after")[i]), parameters[i].grad!, 1e-6, "gradient");
    }
}
