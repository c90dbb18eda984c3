using Kiln.Training;
using static Kiln.Training.Layers;

namespace Benchmarks;

/// <summary>A training as a course has it: a network on a data set, batches of 64, Adam.</summary>
/// <param name="Name">What the command line and the Python side call it.</param>
/// <param name="Data">The built-in data set.</param>
/// <param name="Epochs">Passes of one measurement; the first one counts as warm-up.</param>
/// <param name="Target">How many times as many examples per second as PyTorch's loop.</param>
internal sealed record FitWorkload(string Name, string Data, int Epochs, double Target)
{
    public const int Batch = 64;

    public required ModelDefinition Model { get; init; }

    public static readonly FitWorkload[] All =
    [
        new("lenet", "fashion-mnist", 2, 1.1)
        {
            Model = Define("lenet", () =>
            [
                Conv2d(6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(16, 5), ReLU(), MaxPool2d(2),
                Flatten(), Linear(120), ReLU(), Linear(84), ReLU(), Linear(10),
            ]),
        },
        new("digits", "digits", 60, 2.0)
        {
            Model = Define("digits", () => [Flatten(), Linear(64), ReLU(), Linear(10)]),
        },
    ];

    private static ModelDefinition Define(string name, Func<Layer[]> layers) => new(name, name, context => LayerStack.Build(layers(), context.InputShape));
}
