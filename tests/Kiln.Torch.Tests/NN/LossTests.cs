using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>What losses do beyond their values: what they keep, how they are called, and the caller's mistakes.</summary>
public sealed class LossTests
{
    [Fact]
    public void A_loss_tells_its_arguments()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Reduction.Sum, MSELoss(Reduction.Sum).reduction);
        Assert.Equal(Reduction.Mean, MSELoss().reduction);
        Assert.Equal(3, CrossEntropyLoss(ignore_index: 3).ignore_index);
        Assert.Null(CrossEntropyLoss().ignore_index);
        Assert.Equal((0.5, 3L, 1e-4, true), TripletMarginLoss(0.5, 3, 1e-4, true) is var triplet ? (triplet.margin, triplet.p, triplet.eps, triplet.swap) : default);
        Assert.Equal((2L, true), CTCLoss(2, true) is var ctc ? (ctc.blank, ctc.zero_infinity) : default);
    }

    [Fact]
    public void Weights_are_buffers_and_move_with_the_loss()
    {
        using var scope = NewDisposeScope();
        using var loss = BCEWithLogitsLoss(ones(3), pos_weights: full(3, 2f));
        Assert.Equal(["pos_weight", "weight"], loss.state_dict().Keys.Order());
    }

    [Fact]
    public void Hooks_of_a_loss_of_three_inputs_run_around_its_call()
    {
        using var scope = NewDisposeScope();
        using var loss = TripletMarginLoss();
        var seen = new List<string>();
        var before = loss.register_forward_pre_hook((module, anchor, positive, negative) =>
        {
            seen.Add("before");
            return (anchor, negative, positive);
        });
        var after = loss.register_forward_hook((module, anchor, positive, negative, value) =>
        {
            seen.Add("after");
            return value * 2;
        });
        var (a, b, c) = (zeros(1, 2), ones(1, 2), full(1, 2, 4f));

        TensorAssert.Close(loss.forward(a, c, b) * 2, loss.call(a, b, c));

        Assert.Equal(["before", "after"], seen);
        before.remove();
        after.remove();
        TensorAssert.Same(loss.forward(a, b, c), loss.call(a, b, c));
    }

    [Fact]
    public void Losses_refuse_what_they_cannot_mean()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Assert.Contains("1 or 2", Assert.Throws<ArgumentOutOfRangeException>(() => MultiMarginLoss(3).call(x, zeros(2, dtype: ScalarType.Int64))).Message);
        Assert.Contains("a negative one", Assert.Throws<ArgumentException>(() => GaussianNLLLoss().call(x, x, x - 1)).Message);
        Assert.Contains("got (3)", Assert.Throws<ArgumentException>(() => GaussianNLLLoss().call(x, x, ones(3))).Message);
    }

    [Fact]
    public void Classes_that_do_not_fit_the_scores_are_refused_with_the_remedy()
    {
        using var scope = NewDisposeScope();
        var scores = zeros(4, 3);
        Assert.Contains("got Int32. Convert them with to(int64)", Refused(() => CrossEntropyLoss().call(scores, zeros(4, dtype: int32))));
        Assert.Contains("expected classes (4) for scores (4, 3), got (5)", Refused(() => CrossEntropyLoss().call(scores, zeros(5, dtype: int64))));
        Assert.Contains("squeeze(-1)", Refused(() => functional.cross_entropy(scores, zeros(4, 1, dtype: int64))));
        Assert.Contains("classes in 0..2 for 3 scores each, got 7", Refused(() => functional.nll_loss(scores, full(4, 7, dtype: int64))));
        Assert.Contains("or class probabilities", Refused(() => functional.cross_entropy(scores, zeros(4))));
    }

    [Fact]
    public void Targets_that_do_not_fit_the_predictions_are_refused_with_the_remedy()
    {
        using var scope = NewDisposeScope();
        var scores = full(4, 1, 0.5f);
        Assert.Contains("predictions with squeeze(-1)", Refused(() => BCEWithLogitsLoss().call(scores, zeros(4))));
        Assert.Contains("targets of type Float32, as the predictions are, got Int64", Refused(() => BCELoss().call(scores, zeros(4, 1, dtype: int64))));
    }

    private static string Refused(Func<Tensor> call) => Assert.Throws<ArgumentException>(() => { call(); }).Message;
}
