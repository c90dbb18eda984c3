using TorchSharp;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class TensorTests
{
    [Fact]
    public void Numbers_keep_the_form_of_the_tensor() => Assert.Equal("(2, 3) Int64\n[[0 1 2]\n [3 4 5]]", Shown.Text(torch.arange(6).reshape(2, 3)));

    [Fact]
    public void A_tensor_of_one_number_is_that_number() => Assert.Equal("() Float32\n1.5", Shown.Text(torch.tensor(1.5f)));

    [Fact]
    public void Truth_values_are_words() => Assert.Equal("(2) Bool\n[ True False]", Shown.Text(torch.tensor(new[] { true, false })));

    [Fact]
    public void Complex_numbers_have_both_parts()
    {
        using var ones = torch.ones(1);
        Assert.Equal("(1) ComplexFloat32\n[1-2i]", Shown.Text(torch.complex(ones, ones * -2)));
    }

    [Fact]
    public void A_long_row_goes_on_in_the_next_line() =>
        Assert.All(Shown.Text(torch.arange(100)).Split('\n'), line => Assert.InRange(line.Length, 1, 102));

    [Fact]
    public void Many_numbers_are_a_range() => Assert.Equal("(100, 100) Float32\nfrom 0 to 0, mean 0", Shown.Text(torch.zeros(100, 100)));

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var tensor = torch.ones(2);
        tensor.Dispose();
        Assert.StartsWith("a disposed tensor", Shown.Text(tensor));
    }

    [Fact]
    public void Tensors_in_a_list_fold_out() =>
        Assert.Contains("<summary style=\"display:list-item;cursor:pointer\"><span style=\"opacity:.6\">(2, 2) Float32</span>", Shown.Html(new[] { torch.ones(2, 2) }));
}
