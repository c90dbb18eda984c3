using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Every loss against python3-torch: value and gradient.</summary>
public sealed class LossGoldenTests
{
    private const double Tolerance = 2e-6;

    private static readonly JsonElement Cases = Golden.File("NN", "losses.json");

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["CrossEntropyLoss"] = CrossEntropyLoss().call,
        ["CrossEntropyLoss weights"] = (x, y) => CrossEntropyLoss(ClassWeights(), ignore_index: 0).call(x, y),
        ["CrossEntropyLoss sum"] = (x, y) => CrossEntropyLoss(ClassWeights(), reduction: Reduction.Sum).call(x, y),
        ["CrossEntropyLoss none"] = CrossEntropyLoss(reduction: Reduction.None).call,
        ["CrossEntropyLoss probabilities"] = CrossEntropyLoss().call,
        ["NLLLoss"] = (x, y) => NLLLoss(ClassWeights()).call(x, y),
        ["NLLLoss maps"] = NLLLoss(reduction: Reduction.Sum).call,
        ["NLLLoss none"] = NLLLoss(reduction: Reduction.None).call,
        ["MSELoss"] = MSELoss().call,
        ["MSELoss sum"] = MSELoss(Reduction.Sum).call,
        ["MSELoss none"] = MSELoss(Reduction.None).call,
        ["L1Loss"] = L1Loss().call,
        ["L1Loss sum"] = L1Loss(Reduction.Sum).call,
        ["L1Loss none"] = L1Loss(Reduction.None).call,
        ["BCEWithLogitsLoss"] = BCEWithLogitsLoss().call,
        ["BCEWithLogitsLoss weights"] = (x, y) => BCEWithLogitsLoss(ClassWeights(), Reduction.Sum, tensor(new[] { 3f, 1f, 0.5f })).call(x, y),
        ["BCEWithLogitsLoss none"] = BCEWithLogitsLoss(reduction: Reduction.None).call,
        ["BCELoss"] = BCELoss().call,
        ["SmoothL1 function"] = (x, y) => functional.smooth_l1_loss(x, y, beta: 0.5),
        ["Label smoothing function"] = (x, y) => functional.cross_entropy(x, y, label_smoothing: 0.1),
    };

    public static TheoryData<string> Names => [.. Losses.Keys];

    [Fact]
    public void Every_case_of_the_fixture_has_a_loss_here() =>
        Assert.Equal(Cases.EnumerateObject().Select(entry => entry.Name).Order(), Losses.Keys.Order());

    [Theory, MemberData(nameof(Names))]
    public void Value_and_gradient_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Cases.GetProperty(name);
        var prediction = Golden.Tensor(expected.GetProperty("input")).requires_grad_();
        bool classes = (name.StartsWith("Cross", StringComparison.Ordinal) || name.StartsWith("NLL", StringComparison.Ordinal) || name.StartsWith("Label", StringComparison.Ordinal))
            && !name.EndsWith("probabilities", StringComparison.Ordinal);
        var loss = Losses[name](prediction, Golden.Tensor(expected.GetProperty("target"), integers: classes));
        loss.backward([Golden.Tensor(expected.GetProperty("upstream"))]);
        Golden.Close(expected.GetProperty("output"), loss, Tolerance, "loss");
        Golden.Close(expected.GetProperty("input_grad"), prediction.grad!, Tolerance, "gradient");
    }

    private static Tensor ClassWeights() => tensor(new[] { 0.5f, 2f, 1.25f });
}
