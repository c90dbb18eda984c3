using System.Diagnostics;
using Kiln.Training;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>The same steps without a lab around them: shuffled rows, forward, loss, backward, step, one value read per batch.</summary>
internal static class BareLoop
{
    /// <summary>Examples per second of each epoch but the first.</summary>
    public static List<double> Measure(FitWorkload workload, DataSet data)
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        using var model = ModelBuilder.Build(workload.Model, data.InputShape, data.Classes).Module;
        using var optimizer = optim.Adam(model.parameters(), 1e-3);
        var rates = new List<double>();
        for (int epoch = 0; epoch < workload.Epochs; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            using var epochScope = NewDisposeScope();
            model.train();
            Tensor rows = tensor(data.Train.Indices.ToArray())[randperm(data.Train.Count)];
            for (int first = 0; first < data.Train.Count; first += FitWorkload.Batch)
                Step(model, optimizer, data, rows.narrow(0, first, Math.Min(FitWorkload.Batch, data.Train.Count - first)));
            if (epoch > 0) rates.Add(data.Train.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return rates;
    }

    private static void Step(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, DataSet data, Tensor rows)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(model.call(data.Inputs.index_select(0, rows)), data.Targets.index_select(0, rows));
        loss.item<float>();
        loss.backward();
        optimizer.step();
    }
}
