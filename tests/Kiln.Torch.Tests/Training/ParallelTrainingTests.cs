using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Training;

/// <summary>Trainings do not disturb each other.</summary>
public sealed class ParallelTrainingTests
{
    private const int Threads = 8;
    private const int Steps = 30;

    [Fact]
    public void Eight_threads_that_train_at_once_give_each_the_result_it_has_alone()
    {
        int before = get_num_threads();
        set_num_threads(1);
        try
        {
            var alone = Enumerable.Range(0, Threads).Select(number => new Training(number)).Select(training => training.Run()).ToArray();
            var trainings = Enumerable.Range(0, Threads).Select(number => new Training(number)).ToArray();
            var together = new float[Threads][];
            using var start = new Barrier(Threads);
            var threads = trainings.Select((training, number) => new Thread(() =>
            {
                start.SignalAndWait();
                together[number] = training.Run();
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            for (int number = 0; number < Threads; number++) Assert.Equal(alone[number], together[number]);
            Assert.Equal(Threads, alone.Select(losses => losses[^1]).Distinct().Count());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    /// <summary>One of four networks with one of four optimizers; made on one thread, because the generator is shared.</summary>
    private sealed class Training
    {
        private readonly Module<Tensor, Tensor> _model;
        private readonly optim.Optimizer _optimizer;
        private readonly Tensor _inputs;
        private readonly Tensor _targets;

        public Training(int number)
        {
            manual_seed(number);
            using var scope = NewDisposeScope();
            _model = (number % 4) switch
            {
                0 => Sequential(Flatten(), Linear(64, 32), ReLU(), Linear(32, 5)),
                1 => Sequential(Conv2d(1, 4, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(36, 5)),
                2 => Sequential(Conv2d(1, 6, 3, padding: 1), BatchNorm2d(6), Tanh(), Flatten(), Linear(384, 5)),
                _ => Sequential(Flatten(), Linear(64, 40), LayerNorm(40), Sigmoid(), Linear(40, 5)),
            };
            _optimizer = (number % 3) switch
            {
                0 => optim.Adam(_model.parameters(), 0.01),
                1 => optim.SGD(_model.parameters(), 0.05, momentum: 0.9),
                _ => optim.RMSProp(_model.parameters(), 0.005),
            };
            _inputs = randn(16, 1, 8, 8).DetachFromDisposeScope();
            _targets = randint(0, 5, 16).DetachFromDisposeScope();
        }

        public float[] Run()
        {
            var losses = new float[Steps];
            for (int step = 0; step < Steps; step++)
            {
                using var scope = NewDisposeScope();
                _optimizer.zero_grad();
                var loss = functional.cross_entropy(_model.call(_inputs), _targets);
                loss.backward();
                _optimizer.step();
                losses[step] = loss.item<float>();
            }
            _optimizer.Dispose();
            _model.Dispose();
            _inputs.Dispose();
            _targets.Dispose();
            return losses;
        }
    }
}
