using System.Collections.Immutable;

namespace Kiln.Training.Tests.Hints;

/// <summary>Each hint on curves made for it, and on curves that only look alike.</summary>
public class HintTests
{
    private static readonly ProbeFindings TenClasses = new() { Classes = 10, MajorityShare = 0.1 };

    [Fact]
    public void A_loss_that_comes_back_to_its_start_is_divergence_with_a_smaller_rate()
    {
        var hint = Assert.Single(Hints(train: [2.3, 1.1, 0.9, 1.8, 2.9], val: [2.2, 1.2, 1.1, 2.0, 3.1]));
        Assert.Equal(("divergence", "Diverging since epoch 3: the training loss rose from 0.9000 to 2.9000. Lower the rate (--lr 0.0001), or limit the steps with --clip 1."), hint);
    }

    [Fact]
    public void A_floor_that_trembles_is_no_divergence() =>
        Assert.Empty(Hints(train: [0.5, 0.05, 0.01, 0.002, 0.004], val: [0.5, 0.06, 0.02, 0.013, 0.014]));

    [Fact]
    public void A_loss_that_jumps_about_is_a_rate_too_high()
    {
        var hint = Assert.Single(Hints(train: [2.4, 2.9, 2.2, 3.1, 2.3, 2.8], val: [2.4, 2.9, 2.2, 3.1, 2.3, 2.8]));
        Assert.Equal("rate-too-high", hint.Name);
        Assert.StartsWith("The learning rate (0.001) seems too high: the training loss jumps between 2.2000 and 3.1000 instead of falling. Try --lr 0.0001", hint.Text);
    }

    [Fact]
    public void Steps_as_large_as_the_weights_are_a_rate_too_high() =>
        Assert.Equal("rate-too-high", Assert.Single(Hints(train: [2.4, 2.32, 2.31, 2.31], more: ("update_ratio", 0.9))).Name);

    [Fact]
    public void A_learnt_model_whose_loss_jumps_near_zero_is_left_alone() =>
        Assert.Empty(Hints(train: [0.9, 0.05, 0.09, 0.04, 0.08, 0.03], val: [0.9, 0.1, 0.11, 0.1, 0.1, 0.105]));

    [Fact]
    public void A_loss_that_only_creeps_down_is_a_rate_too_low()
    {
        var hint = Assert.Single(Hints(train: [2.30, 2.28, 2.26, 2.24, 2.22], findings: TenClasses, accuracy: [0.1, 0.12, 0.2, 0.25, 0.3]));
        Assert.Equal("rate-too-low", hint.Name);
        Assert.Contains("the training loss fell steadily, but only from 2.3000 to 2.2200 in 5 epochs. Try --lr 0.01", hint.Text);
    }

    [Fact]
    public void A_model_that_began_well_trained_may_creep() =>
        Assert.Empty(Hints(train: [0.30, 0.29, 0.28, 0.27], val: [0.3, 0.295, 0.29, 0.285], findings: TenClasses, accuracy: [0.9, 0.9, 0.9, 0.9]));

    [Fact]
    public void An_accuracy_of_guessing_is_underfitting()
    {
        var hint = Assert.Single(Hints(train: [2.31, 2.305, 2.303, 2.304], findings: TenClasses, accuracy: [0.1, 0.11, 0.12, 0.1]));
        Assert.Equal("underfitting", hint.Name);
        Assert.Contains("the best validation accuracy, 0.1200, is hardly better than always answering the most frequent class (0.1000)", hint.Text);
    }

    [Fact]
    public void A_regression_that_explains_nothing_is_underfitting() =>
        Assert.Equal("underfitting", Assert.Single(Hints(train: [1.02, 1.0, 1.01, 1.0], more: ("val_r2", 0.01))).Name);

    [Fact]
    public void Losses_that_rest_high_are_a_plateau()
    {
        double[] train = [2.0, 1.7, 1.5, 1.45, 1.44, 1.44, 1.441, 1.44, 1.44, 1.441, 1.44];
        var hint = Assert.Single(Hints(train, findings: TenClasses, accuracy: [.. train.Select(_ => 0.45)]));
        Assert.Equal("plateau", hint.Name);
        Assert.StartsWith("Plateau: for 5 epochs neither loss has fallen (training loss 1.4400, 2.0000 in the first epoch).", hint.Text);
    }

    [Fact]
    public void Losses_that_rest_low_are_learnt()
    {
        double[] train = [2.0, 0.7, 0.3, 0.25, 0.24, 0.24, 0.241, 0.24, 0.24, 0.241, 0.24];
        Assert.Empty(Hints(train, findings: TenClasses, accuracy: [.. train.Select(_ => 0.93)]));
    }

    [Fact]
    public void A_validation_loss_that_rises_while_the_training_loss_falls_is_overfitting()
    {
        var hint = Assert.Single(Hints(train: [1, 0.6, 0.3, 0.2, 0.1], val: [0.9, 0.6, 0.7, 0.8, 0.95]));
        Assert.Equal("overfitting", hint.Name);
        Assert.StartsWith("Overfitting since epoch 2: the validation loss rose from 0.6000 to 0.9500 while the training loss fell.", hint.Text);
    }

    [Fact]
    public void One_worse_epoch_is_noise() =>
        Assert.Empty(Hints(train: [1, 0.6, 0.3, 0.2, 0.15], val: [0.9, 0.6, 0.7, 0.5, 0.52], best: 4));

    [Fact]
    public void A_network_whose_units_are_dead_says_in_which_layer()
    {
        var found = new ProbeFindings { DeadLayer = "ReLU (layer 3, line 2)", DeadUnits = 30, Units = 32, Classes = 10, MajorityShare = 0.1 };
        var hint = Assert.Single(Hints(train: [2.31, 2.303, 2.303], findings: found, accuracy: [0.1, 0.1, 0.1]));
        Assert.Equal("dead-relu", hint.Name);
        Assert.StartsWith("Dead units: 30 of 32 units of ReLU (layer 3, line 2) give 0 for every example, so they no longer learn.", hint.Text);
    }

    [Fact]
    public void Some_dead_units_are_normal() =>
        Assert.Empty(Hints(train: [2, 0.5, 0.2], findings: TenClasses with { DeadLayer = "ReLU", DeadUnits = 10, Units = 32 }, accuracy: [0.5, 0.8, 0.9], best: 2));

    [Fact]
    public void Rare_classes_that_are_never_answered_are_told_unless_they_were_weighted()
    {
        var found = new ProbeFindings { Classes = 2, MajorityShare = 0.95, Imbalance = 19, NeverAnswered = ["fraud"] };
        var hint = Assert.Single(Hints(train: [0.5, 0.2, 0.19], findings: found, accuracy: [0.95, 0.95, 0.95]));
        Assert.Equal("class-imbalance", hint.Name);
        Assert.StartsWith("Class imbalance: the most frequent class has 19 times as many examples as the rarest, and the model never answers fraud;", hint.Text);
        Assert.Empty(Hints(train: [0.5, 0.2, 0.19], findings: found, accuracy: [0.95, 0.95, 0.95], options: new TrainOptions { ClassWeights = "balanced" }));
    }

    [Fact]
    public void A_run_that_ends_at_its_best_may_go_on() =>
        Assert.Equal("more-epochs", Assert.Single(Hints(train: [1, 0.6, 0.4], val: [0.9, 0.6, 0.5], best: 3)).Name);

    [Fact]
    public void A_question_that_was_answered_before_is_not_answered_again()
    {
        double[] rising = [1, 5, 9, 20];
        Assert.Equal("divergence", Assert.Single(Hints(train: rising)).Name);
        Assert.Empty(Hints(train: rising, told: [HintQuestion.Learning]));
        Assert.Empty(Hints(train: [1, 0.6, 0.4], best: 3, told: [HintQuestion.Learning]));
    }

    [Fact]
    public void Two_epochs_say_nothing() => Assert.Empty(Hints(train: [1, 9], val: [1, 9]));

    private static IReadOnlyList<(string Name, string Text)> Hints(
        double[] train, double[]? val = null, double[]? accuracy = null, ProbeFindings? findings = null, (string Name, double Value)? more = null, int? best = null, TrainOptions? options = null, HintQuestion[]? told = null) =>
        TrainingHints.For(new HintContext
        {
            Epochs = [.. train.Select((loss, i) => Epoch(loss, val?[i] ?? loss, accuracy?[i], more))],
            Options = options ?? new TrainOptions(),
            BestEpoch = best ?? 1,
            IsFinished = true,
            Findings = findings,
            Told = told ?? [],
        });

    private static ImmutableSortedDictionary<string, double> Epoch(double train, double val, double? accuracy, (string Name, double Value)? more)
    {
        var metrics = ImmutableSortedDictionary<string, double>.Empty.Add("train_loss", train).Add("val_loss", val);
        if (accuracy is { } share) metrics = metrics.Add("val_accuracy", share);
        return more is { } extra ? metrics.Add(extra.Name, extra.Value) : metrics;
    }
}
