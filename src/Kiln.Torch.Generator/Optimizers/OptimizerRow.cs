namespace Kiln.Torch.Generator.Optimizers;

/// <summary>What is to be written for an optimizer: its factories, constructors, options and group of parameters.</summary>
internal sealed record OptimizerRow
{
    public required string Name { get; init; }

    /// <summary>The summary of its factories, without the full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>The last part of its page's address where that is not the name.</summary>
    public string? Page { get; init; }

    /// <summary>What its factories call the parameters.</summary>
    public string Parameters { get; init; } = "parameters";

    /// <summary>What its first factory calls the learning rate.</summary>
    public string Rate { get; init; } = "lr";

    /// <summary>The default rate, or nothing if it must be given.</summary>
    public string? DefaultRate { get; init; }

    /// <summary>The options after the rate, in the factories' order.</summary>
    public required OptionRow[] Options { get; init; }

    /// <summary>The names of the options in the order of a group's constructor, where that is not the factories'.</summary>
    public string? GroupOrder { get; init; }

    /// <summary>The names of the options in the order in which TorchSharp saves them.</summary>
    public required string Saved { get; init; }

    /// <summary>What of it schedules may cycle: "IMomentum", "IBetas" or nothing.</summary>
    public string? Cycles { get; init; }

    /// <summary>The type of the groups its third factory takes, where that is not its own.</summary>
    public string? GroupType { get; init; }
}

/// <summary>An option of an optimizer.</summary>
/// <param name="Type">double or bool.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default, as C#.</param>
/// <param name="Check">The method that checks its range, or nothing.</param>
/// <param name="Text">What it means, without the full stop.</param>
internal sealed record OptionRow(string Type, string Name, string Default, string Check, string Text);
