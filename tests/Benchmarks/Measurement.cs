using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks;

/// <summary>How long some steps took, and the last loss, which shows that both sides do the same work.</summary>
internal readonly record struct Measurement(double SecondsPerStep, double Loss)
{
    private const int WarmUpSteps = 5;

    /// <summary>Trains a fresh model: one that has trained for long can slow down by denormal numbers.</summary>
    public static Measurement Of(Workload workload)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = workload.Model();
        using var optimizer = workload.Optimizer(model);
        using var criterion = CrossEntropyLoss();
        var inputs = randn(workload.Batch);
        var targets = randint(0, workload.Classes, workload.Batch[..1]);
        Train(WarmUpSteps);
        long start = Stopwatch.GetTimestamp();
        double loss = Train(workload.Steps);
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds / workload.Steps, loss);

        double Train(int steps)
        {
            double last = 0;
            for (int i = 0; i < steps; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                var value = criterion.call(model.call(inputs), targets);
                value.backward();
                optimizer.step();
                last = value.item<float>();
            }
            return last;
        }
    }
}
