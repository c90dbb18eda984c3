using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>A training loop as TorchSharp's tutorials write it.</summary>
public sealed class TrainingLoopTests
{
    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv = Conv2d(1, 4, 3);
        private readonly Module<Tensor, Tensor> norm = BatchNorm2d(4);
        private readonly Module<Tensor, Tensor> pool = MaxPool2d(2);
        private readonly Module<Tensor, Tensor> drop = Dropout(0.2);
        private readonly Module<Tensor, Tensor> fc = Linear(36, 10);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var hidden = functional.relu(norm.call(conv.call(input)));
            return fc.call(drop.call(pool.call(hidden).flatten(1)));
        }
    }

    [Theory, InlineData("SGD"), InlineData("Adam")]
    public void Losses_equal_pytorchs_for_the_same_seed(string name)
    {
        manual_seed(33);
        using var model = new Net().@double();
        optim.Optimizer optimizer = name == "Adam" ? optim.Adam(model.parameters(), lr: 0.01) : optim.SGD(model.parameters(), 0.05, momentum: 0.9);
        using var data = NewDisposeScope();
        var images = randn(24, 1, 8, 8).@double();
        var labels = randint(0, 10, 24);
        var losses = new List<double>();
        var loss = CrossEntropyLoss();
        model.train();
        for (int epoch = 0; epoch < 5; epoch++)
            for (int start = 0; start < 24; start += 8)
            {
                using var batch = NewDisposeScope();
                optimizer.zero_grad();
                using var output = loss.call(model.call(images.narrow(0, start, 8)), labels.narrow(0, start, 8));
                output.backward();
                optimizer.step();
                losses.Add(output.item<double>());
            }
        model.eval();
        using (no_grad()) losses.Add(functional.cross_entropy(model.call(images), labels).item<double>());

        var expected = Golden.File("NN", "training.json").GetProperty(name).EnumerateArray().Select(loss => loss.GetDouble()).ToArray();
        Assert.Equal(expected.Length, losses.Count);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], losses[i], 1e-9);
    }

    [Fact]
    public void A_scoped_training_loop_holds_no_more_tensors_after_many_steps()
    {
        manual_seed(1);
        using var outer = NewDisposeScope();
        using var model = Sequential(Linear(4, 8), ReLU(), Linear(8, 3));
        using var optimizer = optim.Adam(model.parameters());
        var (input, target) = (randn(5, 4), randint(0, 3, 5));
        Step();
        Step();
        long before = LivingTensors.Settled();
        for (int i = 0; i < 20; i++) Step();
        Assert.Equal(before, Tensor.TotalCount);

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.cross_entropy(model.call(input), target).backward();
            optimizer.step();
        }
    }
}
