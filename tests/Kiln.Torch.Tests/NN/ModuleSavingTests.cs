using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

public sealed class ModuleSavingTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_model_saved_in_a_file_loads_into_another_one()
    {
        using var scope = NewDisposeScope();
        using var source = new Net();
        using var target = new Net();
        source.call(randn(4, 3));
        Assert.Same(source, source.save(_path));
        Assert.Same(target, target.load(_path));
        foreach (var (key, value) in source.state_dict()) TensorAssert.Same(value, target.state_dict()[key]);
    }

    [Fact]
    public void A_file_starts_with_the_number_of_tensors_and_the_first_name()
    {
        using var scope = NewDisposeScope();
        using var model = Linear(2, 1);
        model.save(_path);
        // LEB128 count, name with its length, type, rank, sizes, and four bytes for each number.
        Assert.Equal([2, 6, .. "weight"u8, 6, 2, 1, 2, .. model.weight.bytes], File.ReadAllBytes(_path)[..20]);
    }

    [Fact]
    public void A_stream_stays_open_so_that_more_can_be_written_and_read()
    {
        using var scope = NewDisposeScope();
        using var first = Linear(2, 2);
        using var second = Linear(3, 3);
        using var stream = new MemoryStream();
        first.save(stream);
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) second.save(writer);
        stream.Position = 0;
        using var a = Linear(2, 2);
        using var b = Linear(3, 3);
        a.load(stream);
        using (var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true)) b.load(reader);
        TensorAssert.Same(first.weight, a.weight);
        TensorAssert.Same(second.weight, b.weight);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Create_makes_a_module_and_loads_it()
    {
        using var scope = NewDisposeScope();
        using var source = new Net();
        source.save(_path);
        using var created = Module.Create<Net>(_path);
        Assert.IsType<Net>(created);
        TensorAssert.Same(source.state_dict()["linear.weight"], created.state_dict()["linear.weight"]);
    }

    [Fact]
    public void A_skipped_name_is_neither_written_nor_read()
    {
        using var scope = NewDisposeScope();
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);
        var before = target.bias!.clone();
        source.save(_path, skip: ["bias"]);
        target.load(_path, skip: ["bias"]);
        TensorAssert.Same(source.weight, target.weight);
        TensorAssert.Same(before, target.bias!);
    }

    [Fact]
    public void A_load_that_is_not_strict_tells_what_it_found()
    {
        using var scope = NewDisposeScope();
        using var target = Linear(2, 2);
        Save(new() { ["weight"] = ones(2, 2), ["extra"] = ones(1) });
        Assert.Throws<InvalidOperationException>(() => target.load(_path));
        var loaded = new Dictionary<string, bool>();
        target.load(_path, strict: false, loadedParameters: loaded);
        Assert.Equal(new() { ["weight"] = true, ["extra"] = false }, loaded);
        Assert.Equal(1, target.weight[1, 1].item<float>());
    }

    [Fact]
    public void A_truncated_file_is_refused_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);
        var before = target.weight.clone();
        source.save(_path);
        var bytes = File.ReadAllBytes(_path);
        for (int length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(_path, bytes[..length]);
            Assert.Throws<InvalidDataException>(() => target.load(_path));
        }
        TensorAssert.Same(before, target.weight);
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused()
    {
        using var scope = NewDisposeScope();
        using var target = Identity();
        using (var writer = new BinaryWriter(File.Create(_path)))
        {
            writer.Write((byte)2);
            for (int i = 0; i < 2; i++)
            {
                writer.Write("weight");
                ones(1).Save(writer);
            }
        }
        Assert.Contains("two tensors of the same name", Assert.Throws<InvalidDataException>(() => target.load(_path)).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var target = Identity();
        Assert.Throws<FileNotFoundException>(() => target.load("no such file"));
    }

    private void Save(Dictionary<string, Tensor> tensors)
    {
        using var writer = new BinaryWriter(File.Create(_path));
        Module.save_state_dict(writer, tensors);
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> linear = Linear(3, 2);
        private readonly Module<Tensor, Tensor> norm = BatchNorm1d(2);

        public Net() : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input) => norm.call(linear.call(input));
    }
}
