using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Training;

/// <summary>A training that goes on for thousands of steps takes no more memory than at its start.</summary>
public sealed class SteadyTrainingTests
{
    private const int WarmUp = 500;

    // A step makes about 300 kB of tensors: kept, they would be 600 MB after 2,000 steps and 6 GB after 20,000.
    private const long Allowed = 48L << 20;

    [Fact]
    public void Two_thousand_steps_in_scopes_stay_flat() => StaysFlat(2_000, scoped: true, Allowed);

    // Between two collections waits what the collector has not been asked for yet.
    [Fact]
    public void Two_thousand_steps_without_scopes_stay_flat() => StaysFlat(2_000, scoped: false, Allowed + (256L << 20));

    [Fact]
    public void Twenty_thousand_steps_in_scopes_stay_flat()
    {
        SlowTests.SkipUnlessAsked();
        StaysFlat(20_000, scoped: true, Allowed);
    }

    [Fact]
    public void Twenty_thousand_steps_without_scopes_stay_flat()
    {
        SlowTests.SkipUnlessAsked();
        StaysFlat(20_000, scoped: false, Allowed + (256L << 20));
    }

    [Fact]
    public void A_step_makes_no_garbage_but_its_few_tensor_objects()
    {
        using var training = new SmallTraining();
        training.Steps(200, scoped: true);
        long before = GC.GetAllocatedBytesForCurrentThread();
        training.Steps(100, scoped: true);
        long bytesAStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        // Six tensors of a forward pass, the loss, and the scope with its list.
        Assert.InRange(bytesAStep, 0, 1_100);
    }

    private static void StaysFlat(int steps, bool scoped, long allowed)
    {
        using var training = new SmallTraining();
        training.Steps(WarmUp, scoped);
        long tensors = LivingTensors.Settled();
        long before = ResidentBytes();
        training.Steps(steps, scoped);
        long grown = ResidentBytes() - before;
        Assert.True(grown < allowed, $"{steps} steps: {grown >> 20} MB more");
        // A tensor may still lie in a register or on the stack.
        Assert.InRange(LivingTensors.Settled(), 0, tensors + 20);
    }

    private static long ResidentBytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) << 10;
    }

    private sealed class SmallTraining : IDisposable
    {
        private readonly DisposeScope _scope = NewDisposeScope();
        private readonly Module<Tensor, Tensor> _model;
        private readonly optim.Optimizer _optimizer;
        private readonly Module<Tensor, Tensor, Tensor> _criterion = CrossEntropyLoss();
        private readonly Tensor _inputs;
        private readonly Tensor _targets;

        public SmallTraining()
        {
            manual_seed(5);
            _model = Sequential(Linear(32, 256), ReLU(), Linear(256, 64), Tanh(), Linear(64, 10));
            _optimizer = optim.Adam(_model.parameters(), 1e-4);
            _inputs = randn(64, 32).DetachFromDisposeScope();
            _targets = randint(0, 10, 64).DetachFromDisposeScope();
            _scope.Dispose();
        }

        public void Steps(int count, bool scoped)
        {
            for (int i = 0; i < count; i++)
            {
                using var scope = scoped ? NewDisposeScope() : null;
                _optimizer.zero_grad();
                var loss = _criterion.call(_model.call(_inputs), _targets);
                loss.backward();
                _optimizer.step();
                Assert.True(float.IsFinite(loss.item<float>()));
            }
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            _model.Dispose();
            _criterion.Dispose();
            _inputs.Dispose();
            _targets.Dispose();
        }
    }
}
