namespace Kiln.Search;

/// <summary>Tells of a trial under way whether the rest of it is worth its time.</summary>
/// <remarks>
/// The answer depends on the state alone. A trial is asked about at each of its reports, in order, until the first yes; it then ends as
/// <see cref="Kiln.Runs.RunStatus.Pruned"/>. Pruners with settings are records whose defaults are those of <see cref="Pruners"/>.
/// </remarks>
public interface IPruner
{
    /// <summary>Name in commands and in the store, lower-kebab.</summary>
    string Name { get; }

    /// <summary>What it does, in one line of help.</summary>
    string Description { get; }

    /// <summary>Judges a trial after its last report.</summary>
    /// <param name="state">What the trial and the others have reported.</param>
    /// <returns>True when the trial should end now; false without any report.</returns>
    bool ShouldPrune(PruningState state);
}
