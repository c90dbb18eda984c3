using Kiln.Notebooks.Tests.Magics;
using static TorchSharp.torch;

namespace Kiln.Notebooks.Tests.Bundles;

public class BundleFormattersTests : MagicFixture
{
    private static string Text(object value)
    {
        Assert.True(BundleFormatters.TryFormat(value, out var bundle));
        Assert.Contains(MimeBundle.Html, bundle.Data.Keys);
        return bundle.Data[MimeBundle.Plain];
    }

    [Fact]
    public void A_tensor_shows_its_shape_type_and_values()
    {
        using var matrix = tensor(new[] { 1f, 2.5f, -3f, 4f, 5f, 6f }, [2, 3]);
        Assert.Equal("(2, 3) Float32\n[[  1 2.5  -3]\n [  4   5   6]]", Text(matrix));
    }

    [Fact]
    public void Scalars_empty_and_large_tensors_are_told_in_a_line()
    {
        using var scalar = tensor(3.5);
        using var empty = zeros(0, 4);
        using var large = ones(100, 100, requires_grad: true);
        Assert.Equal("() Float64\n3.5", Text(scalar));
        Assert.Equal("(0, 4) Float32\nno values", Text(empty));
        Assert.Equal("(100, 100) Float32, requires_grad\nfrom 1 to 1, mean 1", Text(large));
    }

    [Fact]
    public void A_module_shows_its_layers_and_size()
    {
        using var module = nn.Sequential(("fc", nn.Linear(4, 3)));
        Assert.Contains("Linear", Text(module));
        Assert.Contains("15 trainable parameters", Text(module));
    }

    [Fact]
    public async Task A_run_a_list_of_runs_and_a_data_set_are_shown()
    {
        await Prepare();
        var run = await Lab.Train("net", options: new() { Epochs = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(run.Id, Text(run));
        Assert.Contains(run.Id, Text(new[] { run }));
        Assert.Contains(run.Id, Text(Lab.Runs.List()));
        Assert.Contains("10 classes", Text(LabWorkspace.Current.Data.Get("digits")));
        Assert.Contains("net on digits", Text(LabWorkspace.Current.Models.Get("net")));
    }

    [Fact]
    public void What_is_not_ours_is_left_to_the_host()
    {
        Assert.False(BundleFormatters.TryFormat("text", out _));
        Assert.False(BundleFormatters.TryFormat(new List<int>(), out _));
    }
}
