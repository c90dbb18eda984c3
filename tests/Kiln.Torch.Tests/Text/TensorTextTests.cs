using System.Globalization;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Text;

/// <summary>Printed texts, character by character; a bar stands for the end of a line.</summary>
public class TensorTextTests
{
    public static TheoryData<string, Func<Tensor>> Julia => new()
    {
        { "[], type = Float64, device = cpu, value = 1.5", () => tensor(1.5) },
        { "[], type = ComplexFloat32, device = cpu, value = 1.5+2i", () => tensor((1.5f, 2f)) },
        { "[3], type = Int64, device = cpu| 0 1 2|", () => arange(3) },
        { "[4], type = Float32, device = cpu| NaN Infinity -Infinity -0|", () => tensor([float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f]) },
        { "[2], type = Bool, device = cpu|  True False|".Replace("  True", " True"), () => tensor([true, false]) },
        { "[2x3], type = Float32, device = cpu| 1.2346 -10 3e-07|    100   0     2|", () => tensor(new[,] { { 1.23456f, -10, 3e-7f }, { 100, 0, 2 } }) },
        { "[2x2x2], type = Int32, device = cpu|[0,..,..] =| 1 -2| 3  4||[1,..,..] =| 5 6| 7 8|", () => tensor(new[,,] { { { 1, -2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } }) },
        { "[1x2x1x2], type = Byte, device = cpu|[0,0,..,..] =| 0 1||[0,1,..,..] =| 2 3|", () => arange(4).reshape(1, 2, 1, 2).@byte() },
        { "[1x1x1x1x2], type = Int16, device = cpu|[0,0,0,..,..] =| 0 1|", () => arange(2).reshape(1, 1, 1, 1, 2).@short() },
        { "[3], type = ComplexFloat64, device = cpu| 0 2i 1+-1i|", () => tensor([Complex.Zero, new Complex(0, 2), new Complex(1, -1)]) },
        { "[2], type = BFloat16, device = cpu| 3.1406 1|", () => tensor([3.14f, 1f]).bfloat16() },
        { "[2], type = Float16, device = cpu| 3.1406 1|", () => tensor([3.14f, 1f]).half() },
        { "[2], type = Int8, device = cpu| -1 1|", () => tensor([-1, 1]).@char() },
        { "[0x3], type = Float32, device = cpu", () => zeros(0, 3) },
        { "[2x2], type = Float32, device = meta", () => zeros(2, 2, device: META) },
        { "[2], type = Float32, device = cpu| 1 1|", () => ones(2, requires_grad: true) },
        { "[2x2], type = Float32, device = cpu| 1 0| 0 1|", () => eye(2).to_sparse() },
    };

    public static TheoryData<string, Func<Tensor>> Numpy => new()
    {
        { "1.5", () => tensor(1.5) },
        { "[0, 1, 2]", () => arange(3) },
        { "[0, 1, 2, ... 97, 98, 99]", () => arange(100) },
        { "[[True, False]| [False, True]]", () => tensor(new[,] { { true, false }, { false, true } }) },
        { "[[[0, 1]|  [2, 3]]|| [[4, 5]|  [6, 7]]]", () => arange(8).reshape(2, 2, 2) },
        { "[[[[0]|   [1]]||  [[2]|   [3]]]||| [[[4]|   [5]]||  [[6]|   [7]]]]", () => arange(8).reshape(2, 2, 2, 1) },
        { "[[0, 1]| [2, 3]| [4, 5]| ...| [14, 15]| [16, 17]| [18, 19]]", () => arange(20).reshape(10, 2) },
        { "[]", () => zeros(0) },
        { "[[]| []]", () => zeros(2, 0) },
        { "[2], type = Int64, device = meta", () => zeros([2], int64, META) },
    };

    public static TheoryData<string, Func<Tensor>> CSharp => new()
    {
        { "[], type = Float32, device = cpu, value = 1.5", () => tensor(1.5f) },
        { "[3], type = Float32, device = cpu, value = float [] {0f, 1.5f, 3f}", () => tensor([0f, 1.5f, 3f]) },
        { "[7], type = Int32, device = cpu, value = int [] {0, 1, 2, ... 4, 5, 6}", () => arange(7).@int() },
        { "[2], type = Bool, device = cpu, value = bool [] {true, false}", () => tensor([true, false]) },
        { "[2], type = Int64, device = cpu, value = long [] {0L, 1L}", () => arange(2) },
        { "[1], type = Float64, device = cpu, value = double [] {1.5}", () => tensor([1.5]) },
        { "[1], type = Byte, device = cpu, value = byte [] {1}", () => tensor([(byte)1]) },
        { "[1], type = Int8, device = cpu, value = sbyte [] {1}", () => tensor([(sbyte)1]) },
        { "[1], type = Int16, device = cpu, value = short [] {1}", () => tensor([(short)1]) },
        { "[1], type = Float16, device = cpu, value = float16 [] {1f}", () => tensor([(Half)1]) },
        { "[1], type = BFloat16, device = cpu, value = bfloat16 [] {1f}", () => tensor([(BFloat16)1f]) },
        { "[1], type = ComplexFloat32, device = cpu, value = complex32 [] {1+1i}", () => tensor([(1f, 1f)]) },
        { "[1], type = ComplexFloat64, device = cpu, value = complex64 [] {1+1i}", () => tensor([new Complex(1, 1)]) },
        { "[2x2], type = Int32, device = cpu, value = |int [,] {| {1, 2},| {3, 4}|}", () => tensor(new[,] { { 1, 2 }, { 3, 4 } }) },
        { "[2x1x2], type = Int32, device = cpu, value = |int [,,] {| {{0, 1}},| {{2, 3}}|}", () => arange(4).reshape(2, 1, 2).@int() },
        { "[1x2x2], type = Int32, device = cpu, value = |int [,,] {| {{0, 1},|  {2, 3}}|}", () => arange(4).reshape(1, 2, 2).@int() },
        { "[8x1], type = Int32, device = cpu, value = |int [,] {| {0},| {1},| {2},| ...| {5},| {6},| {7}|}", () => arange(8).reshape(8, 1).@int() },
    };

    [Theory]
    [MemberData(nameof(Julia))]
    public void Julia_style_writes_rows_in_columns(string expected, Func<Tensor> make) => Expect(expected, make, tensor => tensor.jlstr(newLine: "|"));

    [Theory]
    [MemberData(nameof(Numpy))]
    public void NumPy_style_writes_nested_brackets(string expected, Func<Tensor> make) => Expect(expected, make, tensor => tensor.npstr(newLine: "|"));

    [Theory]
    [MemberData(nameof(CSharp))]
    public void CSharp_style_writes_an_array(string expected, Func<Tensor> make) => Expect(expected, make, tensor => tensor.cstr(newLine: "|"));

    [Fact]
    public void A_line_of_Julias_style_ends_where_its_width_does()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x9], type = Int64, device = cpu| 0  1  2 ...| 9 10 11 ...|", arange(18).reshape(2, 9).jlstr(width: 12, newLine: "|"));
        Assert.Equal(" 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 ...",
            arange(100).jlstr(newLine: "|").Split('|')[1]);
    }

    [Fact]
    public void A_large_tensor_is_shortened_in_Julias_style()
    {
        using var scope = NewDisposeScope();
        var lines = arange(60_000).reshape(10, 1000, 6).jlstr(newLine: "|", width: 40).Split('|');

        Assert.Equal("[0,..,..] =", lines[1]);
        Assert.Equal([" ...", "", "[1,..,..] ="], [lines[5], lines[9], lines[10]]);
        Assert.Contains("...", lines);
        Assert.Contains("[9,..,..] =", lines);
        Assert.DoesNotContain("[5,..,..] =", lines);
        Assert.InRange(lines.Length, 0, 70);
    }

    [Fact]
    public void A_tensor_tells_its_sizes_type_and_device()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).metastr());
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString(TorchSharp.TensorStringStyle.Metadata));
        var gone = zeros(1);
        gone.Dispose();
        Assert.Equal("[disposed]", gone.ToString());
    }

    [Fact]
    public void Formats_and_cultures_are_obeyed()
    {
        using var scope = NewDisposeScope();
        var german = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        var numbers = tensor([1.5, -2.25]);

        Assert.Equal("[1.500, -2.250]", numbers.npstr("0.000"));
        Assert.Equal("[1,5, -2,25]", numbers.npstr(cultureInfo: german));
        Assert.Equal("[2], type = Float64, device = cpu| 1.50E+000 -2.25E+000|", numbers.str("E2", newLine: "|"));
        Assert.Equal(numbers.npstr(), numbers.ToString(numpy));
        Assert.Equal(numbers.cstr(), numbers.ToString(csharp));
        Assert.Equal(numbers.jlstr(), numbers.ToString(julia));
        Assert.Equal(numbers.jlstr(), numbers.ToString(true));
        Assert.Equal(numbers.npstr(), numbers.str(style: TorchSharp.TensorStringStyle.Numpy));
    }

    [Fact]
    public void Printing_writes_to_the_console_and_gives_the_tensor_back()
    {
        using var scope = NewDisposeScope();
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            var matrix = eye(2);
            Assert.Same(matrix, matrix.print());
            Assert.Equal(matrix.ToString(TorchSharp.TensorStringStyle.Default) + Environment.NewLine, written.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    private static void Expect(string expected, Func<Tensor> make, Func<Tensor, string> write)
    {
        using var scope = NewDisposeScope();
        var made = make();
        var before = LivingTensors.Settled();
        Assert.Equal(expected, write(made));
        Assert.Equal(before, Tensor.TotalCount);
    }
}
