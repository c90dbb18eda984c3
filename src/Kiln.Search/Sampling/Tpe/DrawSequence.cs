namespace Kiln.Search;

/// <summary>The random numbers of one proposal, one after the other.</summary>
internal sealed class DrawSequence(long studySeed, int trial)
{
    private int _index;

    /// <summary>The next number in [0, 1).</summary>
    public double Next() => StudyRandom.Unit(studySeed, trial, "draws", _index++);
}
