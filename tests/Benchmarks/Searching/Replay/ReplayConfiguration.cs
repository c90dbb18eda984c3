using System.Globalization;
using Kiln.Search;

namespace Benchmarks;

/// <summary>One way to train the digits network, as places on five short scales.</summary>
/// <param name="Lr">Place of the learning rate.</param>
/// <param name="Width">Place of the hidden layers' width.</param>
/// <param name="Batch">Place of the batch's size.</param>
/// <param name="Dropout">Place of the dropout.</param>
/// <param name="Optimizer">The optimizer.</param>
internal readonly record struct ReplayConfiguration(int Lr, int Width, int Batch, int Dropout, string Optimizer)
{
    public static readonly double[] Rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1];
    public static readonly int[] Widths = [8, 16, 32, 64], Batches = [16, 32, 64];
    public static readonly double[] Dropouts = [0, 0.2, 0.4];
    public static readonly string[] Optimizers = ["sgd", "adam"];

    /// <summary>The same as a search space: the scales have an order, the optimizers have none.</summary>
    public const string Space = "lr=0..8(int) width=0..3(int) batch=0..2(int) dropout=0..2(int) optimizer={sgd,adam}";

    public static IEnumerable<ReplayConfiguration> All =>
        from optimizer in Optimizers
        from batch in Enumerable.Range(0, Batches.Length)
        from width in Enumerable.Range(0, Widths.Length)
        from dropout in Enumerable.Range(0, Dropouts.Length)
        from lr in Enumerable.Range(0, Rates.Length)
        select new ReplayConfiguration(lr, width, batch, dropout, optimizer);

    /// <summary>The configuration that a trial stands for.</summary>
    public static ReplayConfiguration Of(Trial trial) =>
        new((int)trial["lr"].AsLong(), (int)trial["width"].AsLong(), (int)trial["batch"].AsLong(), (int)trial["dropout"].AsLong(), trial["optimizer"].ToString());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lr},{Width},{Batch},{Dropout},{Optimizer}");
}
