using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Optim;

/// <summary>The state of optimizers in TorchSharp's file format.</summary>
public sealed class OptimizerFileTests
{
    [Theory, MemberData(nameof(OptimizerStateTests.Names), MemberType = typeof(OptimizerStateTests))]
    public void An_optimizer_with_state_from_a_file_goes_on_bit_for_bit(string name)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var make = OptimizerGoldenTests.All.ToDictionary()[name];
        var (model, inputs, targets) = OptimizerGoldenTests.Problem();
        using var first = (OptimizerHelper)make(model.parameters());
        OptimizerStateTests.Train(model, first, inputs, targets, 5);
        var weights = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        first.save_state_dict(folder.File("optimizer.dat"));
        OptimizerStateTests.Train(model, first, inputs, targets, 5);
        var expected = OptimizerStateTests.Values(model);
        using var second = (OptimizerHelper)make(model.parameters());
        foreach (var group in second.ParamGroups) group.LearningRate = 7;
        second.load_state_dict(folder.File("optimizer.dat"));
        model.load_state_dict(weights);
        OptimizerStateTests.Train(model, second, inputs, targets, 5);
        Assert.Equal(expected, OptimizerStateTests.Values(model));
    }

    [Fact]
    public void A_file_is_as_torchsharp_writes_it()
    {
        using var scope = NewDisposeScope();
        var (weight, frozen) = (new Parameter(ones(2)), new Parameter(ones(1)));
        using var optimizer = optim.SGD([weight, frozen], 0.5, momentum: 0.9, dampening: 0.25, weight_decay: 0.125);
        weight.grad = tensor(new float[] { 1, 2 });
        optimizer.step();
        optimizer.ParamGroups.Single().LearningRate = 0.25;
        var expected = new MemoryStream();
        var bytes = new BinaryWriter(expected);
        bytes.Write("SGD");
        bytes.Write([(byte)1, 2]);
        foreach (double number in new[] { 0.5, 0.25, 0.9, 0.25, 0.125 }) bytes.Write(number);
        bytes.Write([(byte)0, 0]);
        // The first buffer: it is there, Float32, one dimension of 2; the second is not there.
        bytes.Write([(byte)1, 6, 1, 2]);
        foreach (float number in new[] { 1.125f, 2.125f }) bytes.Write(number);
        bytes.Write(false);
        Assert.Equal(expected.ToArray(), Saved(optimizer));
    }

    [Fact]
    public void A_state_of_another_optimizer_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        using var sgd = optim.SGD(layer.parameters(), 0.1);
        using var adam = optim.Adam(layer.parameters());
        Assert.Contains("expected the state of Adam, got that of SGD", Assert.Throws<InvalidDataException>(() => Load(adam, Saved(sgd))).Message);
    }

    [Fact]
    public void A_truncated_or_damaged_file_is_refused_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(3, 2);
        using var source = optim.Adam(layer.parameters(), 0.1, amsgrad: true);
        using var target = optim.Adam(layer.parameters(), 0.2, amsgrad: true);
        functional.mse_loss(layer.call(ones(1, 3)), zeros(1, 2)).backward();
        source.step();
        target.step();
        var (file, before) = (Saved(source), Saved(target));
        for (int length = 0; length < file.Length; length += 7)
            Assert.Throws<InvalidDataException>(() => Load(target, file[..length]));
        Assert.Throws<InvalidDataException>(() => Load(target, [.. Enumerable.Repeat((byte)0xFF, 64)]));
        Assert.Equal(before, Saved(target));
        Load(target, file);
        Assert.Equal(file, Saved(target));
    }

    [Fact]
    public void A_state_of_other_parameters_is_refused_with_both_shapes()
    {
        using var scope = NewDisposeScope();
        using var small = optim.Adam([new Parameter(ones(2))]);
        using var large = optim.Adam([new Parameter(ones(2, 3))]);
        using var two = optim.Adam([new Parameter(ones(2)), new Parameter(ones(2))]);
        Assert.Contains("expected a state of (2, 3) Float32, as its parameter is, got (2) Float32", Assert.Throws<ArgumentException>(() => Load(large, Saved(small))).Message);
        Assert.Contains("expected 1 groups and 2 parameters, got 1 and 1", Assert.Throws<ArgumentException>(() => Load(two, Saved(small))).Message);
    }

    [Fact]
    public void State_in_memory_can_be_given_to_another_optimizer()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        using var first = optim.Adagrad([weight], 0.5);
        weight.grad = ones(1);
        first.step();
        using var second = optim.Adagrad([weight], 0.25);
        second.load_state_dict(state_dict: first.state_dict());
        Assert.Equal(0.5, second.ParamGroups.Single().LearningRate);
        Assert.Equal((1, 1f), (((Adagrad.State)second.state_dict().State[0]).step, ((Adagrad.State)second.state_dict().State[0]).sum.item<float>()));
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private static void Load(OptimizerHelper optimizer, byte[] bytes) => optimizer.load_state_dict(new BinaryReader(new MemoryStream(bytes), Encoding.UTF8));
}
