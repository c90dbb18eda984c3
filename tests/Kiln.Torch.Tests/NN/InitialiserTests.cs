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
        ["kaiming_normal_"] = t => init.kaiming_normal_(t, a: 0.3),
        ["xavier_uniform_"] = t => init.xavier_uniform_(t, gain: 2),
        ["xavier_normal_"] = t => init.xavier_normal_(t),
        ["uniform_"] = t => init.uniform_(t, -2, 3),
        ["normal_"] = t => init.normal_(t, 1, 0.5),
        ["constant_"] = t => init.constant_(t, 0.25),
        ["zeros_"] = t => init.zeros_(t),
        ["ones_"] = t => init.ones_(t),
    };

    public static TheoryData<string> Names => [.. Initialisers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void An_initialiser_draws_pytorchs_values(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(21);
        var weight = Parameter(empty(3, 2, 2, 2));
        Assert.Same(weight, Initialisers[name](weight));
        Golden.Close(Golden.Floats(Cases.GetProperty(name)), weight, 0, name);
        Assert.True(weight.requires_grad && weight.is_leaf);
    }

    [Fact]
    public void A_bias_has_no_fans_and_the_message_says_what_to_use()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => init.kaiming_uniform_(zeros(3)));
        Assert.Contains("at least two dimensions, got (3)", error.Message);
        Assert.Contains("zeros_ or uniform_", error.Message);
    }

    [Theory, InlineData("2", 2), InlineData("inf", double.PositiveInfinity)]
    public void Gradient_clipping_equals_pytorchs(string name, double order)
    {
        using var scope = NewDisposeScope();
        var expected = Golden.File("NN", "clipping.json").GetProperty(name);
        var parameters = new[] { Parameter(zeros(2, 3)), Parameter(zeros(4)), Parameter(zeros(1)) };
        for (int i = 0; i < 2; i++) parameters[i].grad = tensor(Golden.Floats(expected.GetProperty("before")[i])).reshape(parameters[i].shape);
        Assert.Equal(expected.GetProperty("norm").GetDouble(), utils.clip_grad_norm_(parameters, 0.75, order), 6);
        for (int i = 0; i < 2; i++) Golden.Close(Golden.Floats(expected.GetProperty("after")[i]), parameters[i].grad!, 1e-6, "gradient");
    }
}
