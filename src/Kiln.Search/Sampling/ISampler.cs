namespace Kiln.Search;

/// <summary>Chooses the parameters of each trial of a study.</summary>
/// <remarks>
/// What a sampler proposes for trial k depends on the state alone, so that a resumed study never repeats itself. One that
/// does not look at the finished trials makes a resumed study equal to an uninterrupted one.
/// </remarks>
public interface ISampler
{
    /// <summary>Name in commands and in the store, lower-kebab.</summary>
    string Name { get; }

    /// <summary>What it does, in one line of help.</summary>
    string Description { get; }

    /// <summary>Number of trials after which nothing is left to try; null for no end.</summary>
    /// <param name="space">The space.</param>
    /// <returns>The number.</returns>
    long? CountTrials(Space space);

    /// <summary>Proposes a trial.</summary>
    /// <param name="state">What is searched and known so far, and which trial is wanted.</param>
    /// <returns>A value of each dimension by its name; null when nothing is left to try.</returns>
    IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state);

    /// <summary>The finished trial whose training the wanted one goes on from, with parameters of its own; null (default) where it begins anew.</summary>
    /// <param name="state">As of <see cref="Propose"/>.</param>
    /// <returns>Number of the trial, or null.</returns>
    int? OriginOf(SearchState state) => null;

    /// <summary>Whether the trial is only to be chosen when trials under way have ended; default false.</summary>
    /// <param name="state">As of <see cref="Propose"/>.</param>
    /// <returns>True to wait.</returns>
    bool MustWait(SearchState state) => false;
}
