using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Mixes every example of a batch with another one, inputs and targets alike (Zhang and others, "mixup: beyond empirical risk
/// minimization", 2018). The share is drawn from Beta(a, a), once for a batch.
/// </summary>
/// <param name="alpha">a, above 0 and at most 1: the smaller, the nearer to unmixed.</param>
internal sealed class Mixup(double alpha)
{
    /// <summary>The mixed batch; classes become their probabilities, (N, K) float32.</summary>
    public Batch Apply(Batch batch, DataSet data, NumberStream random)
    {
        double share = Beta(random);
        long[] order = [.. Enumerable.Range(0, (int)batch.Count)];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        Tensor partners = tensor(order);
        Tensor targets = data.Classes > 0 ? nn.functional.one_hot(batch.Targets, data.Classes).to(ScalarType.Float32) : batch.Targets;
        return new Batch(Mixed(batch.Inputs, partners, share), Mixed(targets, partners, share));
    }

    private static Tensor Mixed(Tensor values, Tensor partners, double share) =>
        values.mul(share).add(values.index_select(0, partners).mul(1 - share));

    /// <summary>By the method of Jöhnk (1964), which needs no logarithm of gamma.</summary>
    private double Beta(NumberStream random)
    {
        while (true)
        {
            double x = Math.Pow(random.Uniform(), 1 / alpha), y = Math.Pow(random.Uniform(), 1 / alpha);
            if (x + y is > 0 and <= 1) return x / (x + y);
        }
    }
}
