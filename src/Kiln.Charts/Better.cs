namespace Kiln.Charts;

/// <summary>Which direction of a metric is the good one.</summary>
public enum Better
{
    /// <summary>Not known: texts give the lowest and the highest value.</summary>
    Unknown,

    /// <summary>Lower is better, as for a loss.</summary>
    Lower,

    /// <summary>Higher is better, as for an accuracy.</summary>
    Higher,
}
