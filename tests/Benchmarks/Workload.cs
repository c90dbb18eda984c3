using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks;

/// <summary>A network, its optimizer and one batch, written as a user writes them. training_peer.py has the same ones.</summary>
internal sealed record Workload(string Name, string Title, double Target, int Steps)
{
    public required Func<Module<Tensor, Tensor>> Model { get; init; }

    public required Func<Module<Tensor, Tensor>, optim.Optimizer> Optimizer { get; init; }

    /// <summary>The shape of the batch, (N, *).</summary>
    public required long[] Batch { get; init; }

    public required long Classes { get; init; }

    public static readonly Workload[] All =
    [
        new("mlp", "MLP 784-256-128-10, batch 64, Adam", 1.0, 60)
        {
            Model = () => Sequential(Linear(784, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 10)),
            Optimizer = model => optim.Adam(model.parameters()),
            Batch = [64, 784],
            Classes = 10,
        },
        new("lenet", "LeNet, batch 64, SGD momentum 0.9", 1.0, 25)
        {
            Model = () => Sequential(
                Conv2d(1, 6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten(),
                Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10)),
            Optimizer = model => optim.SGD(model.parameters(), 0.01, momentum: 0.9),
            Batch = [64, 1, 28, 28],
            Classes = 10,
        },
        new("tiny", "MLP 4-16-3, batch 16, SGD", 1.4, 1000)
        {
            Model = () => Sequential(Linear(4, 16), ReLU(), Linear(16, 3)),
            Optimizer = model => optim.SGD(model.parameters(), 0.05),
            Batch = [16, 4],
            Classes = 3,
        },
    ];
}
