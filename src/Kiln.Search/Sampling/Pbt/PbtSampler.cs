using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>
/// Population-based training: trials are stretches of training. After each stretch the worst members of the population go on from the
/// state of one of the best, with changed settings, so that settings become schedules.
/// </summary>
/// <remarks>
/// <para>Jaderberg et al. (2017), https://arxiv.org/abs/1711.09846: truncation selection as exploit, perturbing and resampling as explore,
/// with the usual numbers. Generation g are the trials g·P to (g+1)·P-1, P the population; member m of it is trial g·P+m, and goes on from
/// trial <see cref="OriginOf"/>. All that happens depends on the seed and the generations before alone.</para>
/// <para>Known difference: generations go in step, none begins before the last one has ended. In the paper members do not wait for each
/// other, and what comes out depends on which of them is quicker.</para>
/// </remarks>
public sealed class PbtSampler : ISampler
{
    /// <summary>Members that are trained side by side; default 8.</summary>
    public int Population { get; init => field = Settings.AtLeast(value, 2); } = 8;

    /// <summary>The share of members that copy, and of those that are copied, 0..0.5; default 0.25.</summary>
    public double Quantile { get; init => field = Settings.Within(value, 0, 0.5); } = 0.25;

    /// <summary>How probable it is that a setting of a copy is drawn anew instead of perturbed, 0..1; default 0.25.</summary>
    public double ResampleProbability { get; init => field = Settings.Within(value, 0, 1); } = 0.25;

    /// <summary>What a number is multiplied by, one of these; default 0.8 and 1.2. Of a list the neighbour is taken, below for a factor below 1.</summary>
    public ImmutableArray<double> Factors { get; init => field = Checked(value); } = [0.8, 1.2];

    /// <inheritdoc/>
    public string Name => "pbt";

    /// <inheritdoc/>
    public string Description => "trains a population: every few epochs the worst copy the best and change their settings; finds schedules of lr and the like";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Succession.Of(state, this) switch
        {
            null => RandomSampler.Draw(state),
            { IsCopy: false, Origin.Parameters: var settings } => settings,
            { Origin.Parameters: var settings } => Exploration.Of(settings, state, this),
        };
    }

    /// <inheritdoc/>
    public int? OriginOf(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Succession.Of(state, this)?.Origin.Number;
    }

    /// <inheritdoc/>
    public bool MustWait(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var generation = state.Trial / Population;
        return generation > 0 && state.Pending.Count > 0 && state.Finished.Count(trial => trial.Number / Population == generation - 1) < Population;
    }

    private static ImmutableArray<double> Checked(ImmutableArray<double> factors) =>
        !factors.IsDefaultOrEmpty && factors.All(factor => factor > 0 && double.IsFinite(factor))
            ? factors
            : throw new ArgumentOutOfRangeException(nameof(Factors), $"{nameof(Factors)}: expected numbers above 0, such as 0.8 and 1.2.");
}
