namespace Kiln.Charts;

/// <summary>What an axis shows.</summary>
/// <param name="Title">Its name, with the unit in parentheses if it has one: <c>time (s)</c>. Empty for none.</param>
public sealed record Axis(string Title)
{
    /// <summary>Left or lower end. Default: from the points.</summary>
    public double? Min { get; init; }

    /// <summary>Right or upper end. Default: from the points.</summary>
    public double? Max { get; init; }

    /// <summary>Whether the axis is logarithmic; values of zero or less are then left out. Default: no.</summary>
    public bool Log { get; init; }

    /// <summary>Whether only whole numbers get a tick, as for epochs. Default: no.</summary>
    public bool Whole { get; init; }
}
