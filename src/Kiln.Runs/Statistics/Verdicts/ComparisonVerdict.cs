namespace Kiln.Runs;

/// <summary>What a comparison of A and B comes to.</summary>
public enum ComparisonVerdict
{
    /// <summary>The data do not decide it yet.</summary>
    CannotTell,

    /// <summary>A is better.</summary>
    ABetter,

    /// <summary>B is better.</summary>
    BBetter,

    /// <summary>The difference, if there is one, is too small to matter.</summary>
    PracticallySame,
}
