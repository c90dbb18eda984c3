namespace Kiln.Search;

/// <summary>Direction of a study's metric.</summary>
public enum Goal
{
    /// <summary>The greatest value is sought.</summary>
    Maximize,

    /// <summary>The smallest value is sought.</summary>
    Minimize,
}
