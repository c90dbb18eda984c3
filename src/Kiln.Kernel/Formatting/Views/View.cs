namespace Kiln.Kernel;

/// <summary>What a value looks like: read from the value once, then written as HTML and as its plain twin.</summary>
/// <remarks>Read once, because a lazy sequence may give its items only once and a property may be slow.</remarks>
internal abstract record View;

/// <summary>A text: a scalar, a name, a remark.</summary>
/// <param name="Text">What it says, in full; writers cut it.</param>
/// <param name="Tone">How it is set.</param>
internal sealed record TextView(string Text, Tone Tone = Tone.Words) : View
{
    /// <summary>Where a click leads; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>A remark of ours in place of a value.</summary>
    public static TextView Quiet(string text) => new(text, Tone.Quiet);
}

/// <summary>How a text is set.</summary>
internal enum Tone
{
    /// <summary>As running text, at the left of a column.</summary>
    Words,

    /// <summary>At the right of a column.</summary>
    Number,

    /// <summary>Dim: null, and what we say about a value instead of showing it.</summary>
    Quiet,

    /// <summary>With its line breaks, in a fixed-width font.</summary>
    Lines,
}

/// <summary>A few scalars in a row: <c>[ 1, 2, 3 ]</c>.</summary>
internal sealed record ListView(IReadOnlyList<View> Items, Remainder More) : View
{
    /// <summary>Whether it is written like a tuple: <c>(1, a)</c>.</summary>
    public bool IsTuple { get; init; }

    /// <summary>What stands before the items.</summary>
    public string Open => IsTuple ? "(" : "[ ";

    /// <summary>What stands behind them.</summary>
    public string Close => IsTuple ? ")" : " ]";
}

/// <summary>Members of one object, by name.</summary>
/// <param name="Title">Name of its type; empty where that says nothing.</param>
/// <param name="Members">The members in the order of their declaration.</param>
internal sealed record TreeView(string Title, IReadOnlyList<KeyValuePair<string, View>> Members) : View
{
    /// <summary>What the object says about itself; null where it says no more than its members.</summary>
    public string? Says { get; init; }

    /// <summary>Whether its members are what one wants to see, so that they are shown open.</summary>
    public bool OpensMembers { get; init; }

    /// <summary>How many members are left out.</summary>
    public int Hidden { get; init; }

    /// <summary>The plain twin, where it is not the members (JSON).</summary>
    public string? Plain { get; init; }
}

/// <summary>Rows of cells under column heads.</summary>
internal sealed record TableView(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows) : View
{
    /// <summary>Head of the column of row heads: <c>index</c>, <c>key</c>; null where rows have none.</summary>
    public string? RowHead { get; init; }

    /// <summary>What the table is, such as its name; empty for nothing to say.</summary>
    public string Title { get; init; } = "";

    /// <summary>The rows left out.</summary>
    public Remainder More { get; init; }

    /// <summary>How many columns are left out.</summary>
    public int HiddenColumns { get; init; }

    /// <summary>Whether the columns are numbered like the rows.</summary>
    public bool IsMatrix { get; init; }

    /// <summary>Whether rows are found by a key instead of their place.</summary>
    public bool Keyed { get; init; }
}

/// <summary>One row of a table.</summary>
/// <param name="Head">Its index or key; null where the table has no row heads.</param>
/// <param name="Cells">One for each column; null where the row has no such member.</param>
internal sealed record TableRow(View? Head, IReadOnlyList<View?> Cells);

/// <summary>HTML and text made elsewhere: by a formatter of the user's, or for one of Kiln's own values.</summary>
internal sealed record MarkupView(string Html, string Plain) : View
{
    /// <summary>Whether it is so large that a cell of a table folds it up.</summary>
    public bool Folds { get; init; }

    /// <summary>One line that stands for it; null for the first of its plain text.</summary>
    public string? Line { get; init; }
}
