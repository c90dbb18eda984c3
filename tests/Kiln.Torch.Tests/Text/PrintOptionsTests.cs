using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Text;

public sealed class PrintOptionsTests : IDisposable
{
    private readonly PrintOptions _before = PrintOptions.Current;

    public void Dispose() => PrintOptions.Current = _before;

    [Fact]
    public void The_style_can_be_set()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(TorchSharp.TensorStringStyle.Julia, torch.TensorStringStyle);
        torch.TensorStringStyle = numpy;
        Assert.Equal("[0, 1]", arange(2).str());
        torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default;

        Assert.Equal(julia, torch.TensorStringStyle);
    }

    [Fact]
    public void Precision_and_exponents_can_be_set()
    {
        using var scope = NewDisposeScope();
        torch.TensorStringStyle = numpy;
        set_printoptions(2);
        Assert.Equal("[0.33, 2.00]", tensor([1 / 3f, 2f]).str());
        set_printoptions(precision: 1, sci_mode: true);
        Assert.Equal("[3.3E-001]", tensor([1 / 3f]).str());
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(-1));
    }

    [Fact]
    public void Everything_else_can_be_set_and_what_is_left_out_stays()
    {
        using var scope = NewDisposeScope();
        set_printoptions(style: csharp, newLine: "|");
        set_printoptions(floatFormat: "0.0", maxRows: 2, maxColumns: 3);

        Assert.Equal("[3x4], type = Float32, device = cpu, value = |float [,] {| {0.0f, 1.0f, ... 3.0f},| ...| {8.0f, 9.0f, ... 11.0f}|}", arange(12f).reshape(3, 4).str());
        set_printoptions(style: julia, linewidth: 9);
        Assert.Equal("[4], type = Int64, device = cpu| 0 1 2 ...|", arange(4).str());
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(maxRows: 0));
    }

    [Fact]
    public void Profiles_are_PyTorchs()
    {
        using var scope = NewDisposeScope();
        torch.TensorStringStyle = numpy;
        set_printoptions(PrintOptionsProfile.@short);
        Assert.Equal("[0.00, 1.00, ... 6.00, 7.00]", arange(8f).str());
        set_printoptions(PrintOptionsProfile.full);
        Assert.Equal("[0, 1, 2, 3, 4, 5, 6, 7]", arange(8f).str());
        set_printoptions(PrintOptionsProfile.@default);
        Assert.Equal("[0, 1, 2, ... 5, 6, 7]", arange(8f).str());
    }
}
