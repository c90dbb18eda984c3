using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Every loss against python3-torch: value and gradients, as a module and as a function.</summary>
public sealed class LossGoldenTests
{
    private static readonly GoldenCases Cases = new("NN", "golden", "losses.json");

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Modules = new()
    {
        ["CrossEntropyLoss"] = i => CrossEntropyLoss().call(i[0], i[1]),
        ["CrossEntropyLoss weights"] = i => CrossEntropyLoss(weight: Weights(), ignore_index: 0).call(i[0], i[1]),
        ["CrossEntropyLoss sum"] = i => CrossEntropyLoss(Weights(), reduction: Reduction.Sum).call(i[0], i[1]),
        ["CrossEntropyLoss none"] = i => CrossEntropyLoss(reduction: Reduction.None).call(i[0], i[1]),
        ["CrossEntropyLoss probabilities"] = i => CrossEntropyLoss(Weights()).call(i[0], i[1]),
        ["NLLLoss"] = i => NLLLoss(weight: Weights()).call(i[0], i[1]),
        ["NLLLoss maps"] = i => NLLLoss(reduction: Reduction.Sum).call(i[0], i[1]),
        ["NLLLoss none"] = i => NLLLoss(Weights(), reduction: Reduction.None).call(i[0], i[1]),
        ["BCELoss"] = i => BCELoss(weight: Weights()).call(i[0], i[1]),
        ["BCELoss none"] = i => BCELoss(reduction: Reduction.None).call(i[0], i[1].detach()),
        ["BCEWithLogitsLoss"] = i => BCEWithLogitsLoss().call(i[0], i[1]),
        ["BCEWithLogitsLoss weights"] = i => BCEWithLogitsLoss(Weights(), Reduction.Sum, pos_weights: Positives()).call(i[0], i[1].detach()),
        ["BCEWithLogitsLoss none"] = i => BCEWithLogitsLoss(reduction: Reduction.None).call(i[0], i[1].detach()),
        ["KLDivLoss"] = i => KLDivLoss().call(i[0], i[1]),
        ["KLDivLoss probabilities"] = i => KLDivLoss(log_target: false, reduction: Reduction.Sum).call(i[0], i[1]),
        ["KLDivLoss none"] = i => KLDivLoss(reduction: Reduction.None).call(i[0], i[1]),
        ["MultiLabelSoftMarginLoss"] = i => MultiLabelSoftMarginLoss(weight: Weights()).call(i[0], i[1].detach()),
        ["MultiLabelSoftMarginLoss none"] = i => MultiLabelSoftMarginLoss(reduction: Reduction.None).call(i[0], i[1].detach()),
        ["MSELoss"] = i => MSELoss().call(i[0], i[1]),
        ["MSELoss sum"] = i => MSELoss(reduction: Reduction.Sum).call(i[0], i[1]),
        ["MSELoss none"] = i => MSELoss(Reduction.None).call(i[0], i[1]),
        ["L1Loss"] = i => L1Loss().call(i[0], i[1]),
        ["L1Loss sum"] = i => L1Loss(reduction: Reduction.Sum).call(i[0], i[1]),
        ["L1Loss none"] = i => L1Loss(Reduction.None).call(i[0], i[1]),
        ["SmoothL1Loss"] = i => SmoothL1Loss(beta: 0.5).call(i[0], i[1]),
        ["SmoothL1Loss sum"] = i => SmoothL1Loss(reduction: Reduction.Sum).call(i[0], i[1]),
        ["HuberLoss"] = i => HuberLoss(delta: 0.7).call(i[0], i[1]),
        ["HuberLoss none"] = i => HuberLoss(1.5, reduction: Reduction.None).call(i[0], i[1]),
        ["PoissonNLLLoss"] = i => PoissonNLLLoss(full: true).call(i[0], i[1].detach()),
        ["PoissonNLLLoss plain"] = i => PoissonNLLLoss(log_input: false, eps: 1e-3f, reduction: Reduction.Sum).call(i[0], i[1].detach()),
        ["GaussianNLLLoss"] = i => GaussianNLLLoss(full: true, eps: 0.2f).call(i[0], i[1], i[2]),
        ["GaussianNLLLoss one variance"] = i => GaussianNLLLoss(reduction: Reduction.Sum).call(i[0], i[1], i[2]),
        ["GaussianNLLLoss none"] = i => GaussianNLLLoss(reduction: Reduction.None).call(i[0], i[1], i[2]),
        ["MarginRankingLoss"] = i => MarginRankingLoss(margin: 0.4).call(i[0], i[1], i[2].detach()),
        ["MarginRankingLoss none"] = i => MarginRankingLoss(reduction: Reduction.None).call(i[0], i[1], i[2].detach()),
        ["HingeEmbeddingLoss"] = i => HingeEmbeddingLoss(margin: 0.8).call(i[0], i[1].detach()),
        ["HingeEmbeddingLoss sum"] = i => HingeEmbeddingLoss(reduction: Reduction.Sum).call(i[0], i[1].detach()),
        ["CosineEmbeddingLoss"] = i => CosineEmbeddingLoss(margin: 0.2).call(i[0], i[1], i[2].detach()),
        ["CosineEmbeddingLoss none"] = i => CosineEmbeddingLoss(reduction: Reduction.None).call(i[0], i[1], i[2].detach()),
        ["SoftMarginLoss"] = i => SoftMarginLoss().call(i[0], i[1].detach()),
        ["SoftMarginLoss none"] = i => SoftMarginLoss(reduction: Reduction.None).call(i[0], i[1].detach()),
        ["MultiMarginLoss"] = i => MultiMarginLoss(p: 2, margin: 0.7, weight: Weights()).call(i[0], i[1]),
        ["MultiMarginLoss none"] = i => MultiMarginLoss(reduction: Reduction.None).call(i[0], i[1]),
        ["MultiLabelMarginLoss"] = i => MultiLabelMarginLoss().call(i[0], i[1]),
        ["MultiLabelMarginLoss none"] = i => MultiLabelMarginLoss(reduction: Reduction.None).call(i[0], i[1]),
        ["TripletMarginLoss"] = i => TripletMarginLoss(margin: 0.5, p: 3, eps: 1e-4, swap: true).call(i[0], i[1], i[2]),
        ["TripletMarginLoss none"] = i => TripletMarginLoss(reduction: Reduction.None).call(i[0], i[1], i[2]),
        ["TripletMarginWithDistanceLoss"] = i => TripletMarginWithDistanceLoss(margin: 1.5, swap: true).call(i[0], i[1], i[2]),
        ["TripletMarginWithDistanceLoss own distance"] = i => TripletMarginWithDistanceLoss(distance: CosineDistance, reduction: Reduction.None).call(i[0], i[1], i[2]),
        ["CTCLoss"] = i => CTCLoss().call(i[0], i[1], i[2], i[3]),
        ["CTCLoss sum"] = i => CTCLoss(blank: 3, reduction: Reduction.Sum).call(i[0], i[1], i[2], i[3]),
        ["CTCLoss none"] = i => CTCLoss(zero_infinity: true, reduction: Reduction.None).call(i[0], i[1], i[2], i[3]),
    };

    // The functions stand behind the modules; a case of each with the arguments that the module leaves out.
    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Functions = new()
    {
        ["cross_entropy smoothing"] = i => functional.cross_entropy(i[0], i[1], weight: Weights(), ignore_index: 1, label_smoothing: 0.1),
        ["CrossEntropyLoss"] = i => functional.cross_entropy(i[0], i[1]),
        ["NLLLoss"] = i => functional.nll_loss(i[0], i[1], weight: Weights()),
        ["BCELoss"] = i => functional.binary_cross_entropy(i[0], i[1], weight: Weights()),
        ["BCEWithLogitsLoss"] = i => functional.binary_cross_entropy_with_logits(i[0], i[1]),
        ["KLDivLoss"] = i => functional.kl_div(i[0], i[1]),
        ["MultiLabelSoftMarginLoss"] = i => functional.multilabel_soft_margin_loss(i[0], i[1].detach(), weight: Weights()),
        ["MSELoss"] = i => functional.mse_loss(i[0], i[1]),
        ["L1Loss"] = i => functional.l1_loss(i[0], i[1]),
        ["SmoothL1Loss"] = i => functional.smooth_l1_loss(i[0], i[1], beta: 0.5),
        ["HuberLoss"] = i => functional.huber_loss(i[0], i[1], delta: 0.7),
        ["PoissonNLLLoss"] = i => functional.poisson_nll_loss(i[0], i[1].detach(), full: true),
        ["GaussianNLLLoss"] = i => functional.gaussian_nll_loss(i[0], i[1], i[2], full: true, eps: 0.2f),
        ["MarginRankingLoss"] = i => functional.margin_ranking_loss(i[0], i[1], i[2].detach(), margin: 0.4),
        ["HingeEmbeddingLoss"] = i => functional.hinge_embedding_loss(i[0], i[1].detach(), margin: 0.8),
        ["CosineEmbeddingLoss"] = i => functional.cosine_embedding_loss(i[0], i[1], i[2].detach(), margin: 0.2),
        ["SoftMarginLoss"] = i => functional.soft_margin_loss(i[0], i[1].detach()),
        ["MultiMarginLoss"] = i => functional.multi_margin_loss(i[0], i[1], p: 2, margin: 0.7, weight: Weights()),
        ["MultiLabelMarginLoss"] = i => functional.multi_label_margin_loss(i[0], i[1]),
        ["TripletMarginLoss"] = i => functional.triplet_margin_loss(i[0], i[1], i[2], margin: 0.5, p: 3, eps: 1e-4, swap: true),
        ["TripletMarginWithDistanceLoss"] = i => functional.triplet_margin_with_distance_loss(i[0], i[1], i[2], margin: 1.5, swap: true),
        ["CTCLoss"] = i => functional.ctc_loss(i[0], i[1], i[2], i[3]),
    };

    public static TheoryData<string> ModuleNames => [.. Modules.Keys];

    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    [Theory, MemberData(nameof(ModuleNames))]
    public void Value_and_gradients_of_a_module_equal_those_of_Python(string name) => Cases.Check(name, Modules[name]);

    [Theory, MemberData(nameof(FunctionNames))]
    public void Value_and_gradients_of_a_function_equal_those_of_Python(string name) => Cases.Check(name, Functions[name]);

    [Fact]
    public void Every_case_of_the_fixture_is_tested() => Assert.Equal(Cases.Names.Order(), Modules.Keys.Union(Functions.Keys).Order());

    private static Tensor Weights() => tensor(new[] { 0.5f, 2f, 1.25f });

    private static Tensor Positives() => tensor(new[] { 3f, 1f, 0.5f });

    private static Tensor CosineDistance(Tensor a, Tensor b) => 1 - functional.cosine_similarity(a, b);
}
