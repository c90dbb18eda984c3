using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class ErrorTests
{
    [Fact]
    public void A_failure_is_the_exception_that_TorchSharp_throws() =>
        Assert.IsType<ExternalException>(Assert.Throws<TorchException>(() => zeros(2, 3).mm(zeros(2, 3))), exactMatch: false);

    [Fact]
    public void A_failure_names_the_operation() =>
        Assert.Equal("mm", Assert.Throws<TorchException>(() => zeros(2, 3).mm(zeros(2, 3))).Operation);

    [Fact]
    public void A_missing_tensor_is_named() => Assert.Throws<ArgumentNullException>(() => zeros(2).add((Tensor)null!));

    [Fact]
    public void A_wrong_number_of_elements_is_refused()
    {
        var failure = Assert.Throws<ArgumentException>(() => tensor([1f, 2f, 3f], [2, 2]));
        Assert.Contains("ask for 4 elements, got 3", failure.Message);
    }

    [Fact]
    public void Reading_the_wrong_type_says_how_to_convert()
    {
        var failure = Assert.Throws<ArgumentException>(() => tensor(1f).item<int>());
        Assert.Contains("to_type(ScalarType.Int32)", failure.Message);
    }

    [Fact]
    public void Reading_one_number_of_many_says_to_reduce() =>
        Assert.Contains("sum()", Assert.Throws<InvalidOperationException>(() => zeros(2).item<float>()).Message);

    [Fact]
    public void Too_many_indices_are_refused() =>
        Assert.Contains("2 dimensions", Assert.Throws<ArgumentException>(() => zeros(2, 2)[0, 0, 0]).Message);

    [Fact]
    public void An_index_out_of_range_is_refused() => Assert.Throws<TorchException>(() => zeros(2)[5]);

    [Fact]
    public void A_backward_pass_without_history_is_refused() => Assert.Throws<TorchException>(() => zeros(1).backward());

    [Fact]
    public void A_device_that_does_not_exist_is_refused() =>
        Assert.Contains("There is no device 'gpu'", Assert.Throws<ArgumentException>(() => device("gpu")).Message);
}
