using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class TextTests
{
    [Fact]
    public void A_tensor_tells_its_sizes_type_and_device() =>
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());

    [Fact]
    public void Julia_style_writes_rows_in_columns() => Assert.Equal(
        "[2x2], type = Float32, device = cpu\n    1  2.5\n   -3 0.25",
        tensor(new[,] { { 1f, 2.5f }, { -3f, 0.25f } }).jlstr(newLine: "\n"));

    [Fact]
    public void Julia_style_writes_further_dimensions_as_slices() => Assert.Equal(
        "[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n[1,..,..] =\n 2 3",
        arange(4).reshape(2, 1, 2).jlstr(newLine: "\n"));

    [Fact]
    public void NumPy_style_writes_nested_brackets() =>
        Assert.Equal("[[true, false],\n [false, true]]", tensor(new[,] { { true, false }, { false, true } }).npstr(newLine: "\n"));

    [Fact]
    public void A_large_tensor_is_shortened() =>
        Assert.Equal("[0, 1, 2, ..., 1997, 1998, 1999]", arange(2000).npstr());

    [Fact]
    public void A_single_number_stands_behind_its_type() =>
        Assert.Equal("[], type = Float64, device = cpu, value = 1.5", tensor(1.5).str());
}
