namespace Kiln;

/// <summary>How a population is trained; the defaults are the usual ones of the paper's followers.</summary>
/// <remarks>Jaderberg et al. (2017), https://arxiv.org/abs/1711.09846. What happens after each generation: <see cref="Kiln.Search.PbtSampler"/>.</remarks>
public sealed record PbtOptions
{
    /// <summary>Members trained side by side, at least 2; default: 8.</summary>
    public int Population { get; init; } = 8;

    /// <summary>Epochs of a generation, after which the worst members copy the best; divides the epochs of the training. Default: 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>The share of members that copy, and of those that are copied, 0..0.5; default: 0.25.</summary>
    public double Quantile { get; init; } = 0.25;

    /// <summary>How probable it is that a setting of a copy is drawn anew instead of perturbed, 0..1; default: 0.25.</summary>
    public double ResampleProbability { get; init; } = 0.25;

    /// <summary>What a number is multiplied by when it is perturbed, one of these; default: 0.8 and 1.2.</summary>
    public IReadOnlyList<double> Perturb { get; init; } = [0.8, 1.2];
}
