using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Adds a vector to each step of a sequence: learned, or sines and cosines.</summary>
internal sealed class PositionTable : nn.Module<Tensor, Tensor>
{
    private const double Spread = 0.02;

    public PositionTable(long steps, long size, bool learned) : base("PositionalEmbedding")
    {
        if (learned)
        {
            var weight = new Parameter(randn(steps, size) * Spread);
            (Table, TableName) = (weight, "weight");
            register_parameter(TableName, weight);
            return;
        }
        (Table, TableName) = (Waves(steps, size), "table");
        register_buffer(TableName, Table);
    }

    /// <summary>(T, D)</summary>
    public Tensor Table { get; }

    /// <summary>Its key in the state dict.</summary>
    public string TableName { get; }

    /// <summary>(N, T, D) to (N, T, D); T may be shorter than the table.</summary>
    public override Tensor forward(Tensor input)
    {
        if (input.shape[1] > Table.shape[0])
            throw new ArgumentException(FormattableString.Invariant($"PositionalEmbedding: expected at most {Table.shape[0]} steps, those of the training data, got {input.shape[1]}. Cut the text to its last {Table.shape[0]} tokens."));
        return input + Table.narrow(0, 0, input.shape[1]);
    }

    /// <summary>Column 2i is sin(t / 10000^(2i/D)), column 2i+1 the cosine. Source: Vaswani et al. 2017, section 3.5.</summary>
    private static Tensor Waves(long steps, long size)
    {
        var values = new float[steps * size];
        for (long t = 0; t < steps; t++)
        {
            for (long d = 0; d < size; d++)
            {
                double angle = t / Math.Pow(10_000, d / 2 * 2 / (double)size);
                values[t * size + d] = (float)(d % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }
        return tensor(values, [steps, size]);
    }
}
