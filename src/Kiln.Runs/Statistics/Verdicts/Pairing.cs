namespace Kiln.Runs;

/// <summary>What the two values of a pair have in common.</summary>
public enum Pairing
{
    /// <summary>The seed: both arms were trained from it, on the same split in the same order. It shows what another training would change.</summary>
    Seed,

    /// <summary>The fold of a cross-validation: both arms were trained and tested on the same examples.</summary>
    Fold,

    /// <summary>The test example: one trained model of each arm answered it. It shows nothing of what another training would change.</summary>
    Example,
}
