namespace Kiln.Training;

/// <summary>What the targets of a data set are.</summary>
internal enum TargetKind
{
    /// <summary>(N) int64: one of K classes.</summary>
    Class,

    /// <summary>(N, M) float32: M numbers.</summary>
    Numbers,

    /// <summary>(N, K) float32 of 0 and 1: any of K labels.</summary>
    Labels,

    /// <summary>(N, T) int64: the next token at each step.</summary>
    Tokens,
}
