namespace Kiln.Training;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers, taken as they are.</summary>
    Number,

    /// <summary>Dates, taken as days since 1970-01-01.</summary>
    Date,

    /// <summary>A few different words: one column of 0 and 1 for each (for two words, one column in all).</summary>
    Category,

    /// <summary>Words to be read one after the other.</summary>
    Text,

    /// <summary>Left out: empty, constant, asked for, or too many different texts.</summary>
    LeftOut,

    /// <summary>What is to be predicted.</summary>
    Target,
}
