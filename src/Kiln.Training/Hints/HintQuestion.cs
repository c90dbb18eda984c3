namespace Kiln.Training;

/// <summary>What a hint is about. Of all that could be said about one question only what speaks first is told: the rest follows from it.</summary>
public enum HintQuestion
{
    /// <summary>Why the model does not learn, or not as it could: rate, steps, scale of the targets, dead units, size.</summary>
    Learning,

    /// <summary>Whether what it has learnt holds for other examples.</summary>
    Generalising,

    /// <summary>Whether it answers all classes.</summary>
    Classes,
}
