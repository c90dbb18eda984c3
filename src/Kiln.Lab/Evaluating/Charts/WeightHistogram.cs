using Kiln.Charts;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>How the weights of the layers of a module are spread; counted by libtorch, so that large ones never become lists.</summary>
internal static class WeightHistogram
{
    private const int Layers = 6, Bins = 60;

    public static Histogram Of(nn.Module module, string title)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var weights = module.named_parameters().Where(entry => entry.parameter.ndim > 1)
            .OrderByDescending(entry => entry.parameter.numel()).Take(Layers).ToList();
        var order = module.named_parameters().Select(entry => entry.name).ToList();
        var shown = weights.OrderBy(entry => order.IndexOf(entry.name)).Select(entry => (Name: NameOf(module, entry.name), Values: entry.parameter.detach().to(ScalarType.Float32).flatten())).ToList();
        if (shown.Count == 0) return new Histogram { Title = title };
        var (low, high) = (shown.Min(entry => entry.Values.min().item<float>()), shown.Max(entry => entry.Values.max().item<float>()));
        if (!float.IsFinite(low) || !float.IsFinite(high)) return new Histogram { Title = $"{title}: not all are finite" };
        if (high <= low) (low, high) = (low - .5f, high + .5f);
        return new Histogram
        {
            Title = title,
            X = new Axis("weight"),
            Y = new Axis("share of the layer") { Min = 0 },
            Edges = [.. Enumerable.Range(0, Bins + 1).Select(i => low + (high - low) * (double)i / Bins)],
            Series = [.. shown.Select(entry => new HistogramSeries(entry.Name, [.. Shares(entry.Values, low, high)]))],
        };
    }

    private static IEnumerable<double> Shares(Tensor values, float low, float high)
    {
        using var scope = NewDisposeScope();
        var counts = values.sub(low).div(high - low).histc(Bins, 0, 1).data<float>().ToArray();
        return counts.Select(count => count / (double)values.numel());
    }

    /// <summary>"0 Conv2d" of "0.weight".</summary>
    private static string NameOf(nn.Module module, string parameter)
    {
        var owner = parameter.Contains('.', StringComparison.Ordinal) ? parameter[..parameter.LastIndexOf('.')] : "";
        var kind = module.named_modules().FirstOrDefault(entry => entry.name == owner).module?.GetType().Name;
        return kind is null ? parameter : $"{owner} {kind}";
    }
}
