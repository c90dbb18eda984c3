namespace Kiln.Notebooks;

/// <summary>Makes a property of an options record an option of its magic: <c>MaxTime</c> is <c>--max-time</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class OptionAttribute(string description) : Attribute
{
    /// <summary>One sentence without its full stop.</summary>
    public string Description { get; } = description;

    /// <summary>What the help calls the value; from the property's type when null.</summary>
    public string? Value { get; init; }

    /// <summary>The words it takes, where only these are allowed; separated by blanks.</summary>
    public string? OneOf { get; init; }

    /// <summary>The registry whose static <c>Names</c> are words it takes, before those of <see cref="OneOf"/>: help, completion and check follow it.</summary>
    public Type? Registry { get; init; }

    /// <summary>The names that completion proposes.</summary>
    public NameKind Names { get; init; }

    /// <summary>The endings of files that completion proposes for <see cref="NameKind.File"/>, such as <c>.ipynb .dib</c>; all files when null.</summary>
    public string? Endings { get; init; }

    /// <summary>A word that may stand in the place of the number: it reads as the largest whole number or as NaN.</summary>
    public string? Word { get; init; }

    /// <summary>The uses of the magic that take it, separated by commas, such as <c>csv, from</c>; all when null.</summary>
    public string? For { get; init; }

    /// <summary>Whether the value is several names with commas between: completion then goes on behind the last comma.</summary>
    public bool Commas { get; init; }

    /// <summary>How the help words a default that the record does not show.</summary>
    public string? Default { get; init; }
}

/// <summary>Makes a property of an options record a word of the magic's line that has its place, not a name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ArgumentAttribute(string name, string description) : OptionAttribute(description)
{
    /// <summary>What the help calls it, in capitals.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the line is an error without it.</summary>
    public bool Required { get; init; } = true;
}
