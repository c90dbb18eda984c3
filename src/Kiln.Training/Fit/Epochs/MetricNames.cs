namespace Kiln.Training;

/// <summary>The names of the metrics that a classification run records.</summary>
public static class MetricNames
{
    /// <summary>Mean cross entropy over the epoch's batches, in nats; lower is better.</summary>
    public const string TrainLoss = "train_loss";

    /// <summary>Mean cross entropy on the validation split after the epoch, in nats; lower is better.</summary>
    public const string ValLoss = "val_loss";

    /// <summary>Share of right answers on the validation split after the epoch, 0..1; higher is better.</summary>
    public const string ValAccuracy = "val_accuracy";

    /// <summary>Learning rate of the epoch.</summary>
    public const string Lr = "lr";

    /// <summary>Training examples per second of the epoch, evaluation not counted.</summary>
    public const string ExamplesPerSecond = "examples_per_second";

    /// <summary>Euclidean length of the gradient over all weights, before clipping, at the epoch's last step.</summary>
    public const string GradientNorm = "grad_norm";

    /// <summary>Euclidean length of all trained weights before the epoch's last step.</summary>
    public const string WeightNorm = "weight_norm";

    /// <summary>Length of the change over the length of the weights at the epoch's last step; around 1e-3 is usual.</summary>
    public const string UpdateRatio = "update_ratio";

    /// <summary>The name that a metric has over a split.</summary>
    /// <param name="split">"train", "val" or "test".</param>
    /// <param name="metric">"accuracy".</param>
    public static string Of(string split, string metric) => $"{split}_{metric}";
}
