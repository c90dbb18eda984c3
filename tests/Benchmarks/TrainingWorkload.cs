using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks;

/// <summary>Training steps of a network on one batch.</summary>
internal sealed record TrainingWorkload(string Name, string Title, double Target, int Steps) : Workload(Name, Title, Target, Steps)
{
    private const int WarmUpSteps = 5;

    public required Func<Module<Tensor, Tensor>> Model { get; init; }

    public required Func<Module<Tensor, Tensor>, optim.Optimizer> Optimizer { get; init; }

    /// <summary>The shape of the batch, (N, *).</summary>
    public required long[] Batch { get; init; }

    public required long Classes { get; init; }

    public override bool HasForeach => true;

    public static readonly TrainingWorkload[] Networks =
    [
        new("mlp", "MLP 784-256-128-10, batch 64, Adam", 1.25, 60)
        {
            Model = () => Sequential(Linear(784, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 10)),
            Optimizer = model => optim.Adam(model.parameters()),
            Batch = [64, 784],
            Classes = 10,
        },
        new("lenet", "LeNet, batch 64, SGD momentum 0.9", 1.05, 25)
        {
            Model = () => Sequential(
                Conv2d(1, 6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten(),
                Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10)),
            Optimizer = model => optim.SGD(model.parameters(), 0.01, momentum: 0.9),
            Batch = [64, 1, 28, 28],
            Classes = 10,
        },
        new("tiny", "MLP 4-16-3, batch 16, SGD", 1.8, 1000)
        {
            Model = () => Sequential(Linear(4, 16), ReLU(), Linear(16, 3)),
            Optimizer = model => optim.SGD(model.parameters(), 0.05),
            Batch = [16, 4],
            Classes = 3,
        },
    ];

    /// <summary>Trains a fresh model: one that has trained for long can slow down by denormal numbers.</summary>
    public override Measurement Measure()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = Model();
        using var optimizer = Optimizer(model);
        using var criterion = CrossEntropyLoss();
        var inputs = randn(Batch);
        var targets = randint(0, Classes, Batch[..1]);
        Train(WarmUpSteps);
        long start = Stopwatch.GetTimestamp();
        double loss = Train(Steps);
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds / Steps, loss);

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
