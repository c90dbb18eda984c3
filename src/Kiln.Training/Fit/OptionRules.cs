using System.Globalization;

namespace Kiln.Training;

/// <summary>What options must be, in words.</summary>
internal static class OptionRules
{
    public static void Check(TrainOptions o)
    {
        Require(o.Epochs >= 1, "Epochs", "at least 1", o.Epochs);
        Require(o.Batch >= 1, "Batch", "at least 1", o.Batch);
        Require(o.Lr > 0 && double.IsFinite(o.Lr), "Lr", "a number above 0, for example 0.001", o.Lr);
        CheckOptimizer(o);
        Require(o.LabelSmoothing is >= 0 and < 1, "LabelSmoothing", "0 up to, not including, 1", o.LabelSmoothing);
        Require(o.ClassWeights is "none" or "balanced", "ClassWeights", "none or balanced", o.ClassWeights);
        Require(o.Accumulate >= 1, "Accumulate", "at least 1", o.Accumulate);
        Require(o.Clip is not <= 0, "Clip", "a length above 0, for example 1", o.Clip);
        Require(o.ClipValue is not <= 0, "ClipValue", "a number above 0, for example 0.5", o.ClipValue);
        Require(o.Warmup is null or (>= 0 and < 1), "Warmup", "a share of the steps from 0 up to, not including, 1, for example 0.1", o.Warmup);
        _ = o.PlannedRates;
        Require(o.EarlyStop is not < 1, "EarlyStop", "at least 1 epoch", o.EarlyStop);
        Require(o.Ema is null or (> 0 and < 1), "Ema", "a number between 0 and 1, for example 0.999", o.Ema);
        Require(o.Lora is not < 1, "Lora", "a rank of at least 1, for example 8", o.Lora);
        Require(o.LayerLr is null or (> 0 and <= 1), "LayerLr", "a factor above 0, at most 1, for example 0.5", o.LayerLr);
        Require(o.MaxTime is not { } limit || limit > TimeSpan.Zero, "MaxTime", "a time above 0", o.MaxTime);
        Require(o.Threads >= 0, "Threads", "0 (automatic) or more", o.Threads);
        Require(o.Keep is "best" or "last" or "every", "Keep", "best, last or every", o.Keep);
        if (o.Lora is not null && o.Freeze is not null)
            throw new ArgumentException("Lora: it freezes all weights but its own and the last layer's, so Freeze has nothing to add. Leave one of the two out.");
    }

    private static void CheckOptimizer(TrainOptions o)
    {
        Require(o.Momentum is >= 0 and < 1, "Momentum", "0 up to, not including, 1", o.Momentum);
        Require(o.Beta1 is null or (>= 0 and < 1), "Beta1", "0 up to, not including, 1", o.Beta1);
        Require(o.Beta2 is null or (>= 0 and < 1), "Beta2", "0 up to, not including, 1", o.Beta2);
        Require(o.WeightDecay >= 0 && double.IsFinite(o.WeightDecay), "WeightDecay", "0 or more", o.WeightDecay);
        Require(o.L1 >= 0 && double.IsFinite(o.L1), "L1", "0 or more", o.L1);
        OptimizerKind kind = Optimizers.Find(o.Optimizer);
        Allow(o.Momentum > 0, OptimizerTraits.Momentum, "Momentum", o.Momentum);
        Allow(o.Nesterov, OptimizerTraits.Nesterov, "Nesterov", o.Nesterov);
        Allow(o.Beta1 is not null, OptimizerTraits.Betas, "Beta1", o.Beta1);
        Allow(o.Beta2 is not null, OptimizerTraits.Betas, "Beta2", o.Beta2);
        Allow(o.WeightDecay > 0, OptimizerTraits.WeightDecay, "WeightDecay", o.WeightDecay);
        if (o.Nesterov && o.Momentum == 0)
            throw new ArgumentException("Nesterov: it looks ahead along the momentum, which is 0. Give Momentum too, for example 0.9.");

        void Allow(bool isSet, OptimizerTraits trait, string option, object? got)
        {
            if (!isSet || kind.Traits.HasFlag(trait)) return;
            throw new ArgumentException($"{option}: {kind.Name} has none, got {Text(got)}. Leave it out, or use {string.Join(" or ", Optimizers.With(trait))}.");
        }
    }

    private static void Require(bool condition, string option, string expected, object? got)
    {
        if (!condition)
            throw new ArgumentException($"{option}: expected {expected}, got {Text(got)}.");
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
