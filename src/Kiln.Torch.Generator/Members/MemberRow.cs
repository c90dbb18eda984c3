namespace Kiln.Torch.Generator.Members;

/// <summary>One signature of a table with all that stands for it there.</summary>
/// <param name="Line">Its line, for messages.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Forms">Which members are written of it.</param>
/// <param name="Call">The C# expression, and the line it stands on; null for the operator of the same name.</param>
/// <param name="Text">The documentation.</param>
/// <param name="Context">What the table says for all rows around it.</param>
/// <param name="Known">The names of parameters that the text may describe: those of all overloads that share it.</param>
internal sealed record MemberRow(
    int Line, Signature Signature, IReadOnlyList<MemberForm> Forms, CallText? Call, RowText Text, TableContext Context, IReadOnlySet<string> Known);

/// <summary>An expression of a table.</summary>
/// <param name="Code">C#, with <c>self</c> for the tensor.</param>
/// <param name="Line">Its line.</param>
internal sealed record CallText(string Code, int Line);

/// <summary>The documentation of a row.</summary>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Entries">What is said under a name: parameters, <c>returns</c>, <c>note</c>, <c>page</c>, <c>priority</c>.</param>
/// <param name="Throws">Types of exceptions and when they are thrown.</param>
internal sealed record RowText(string Summary, IReadOnlyDictionary<string, string> Entries, IReadOnlyList<(string Type, string When)> Throws);

/// <summary>What the directives above a row say.</summary>
/// <param name="Target">The class that static members go into: <c>torch</c> or one nested in it.</param>
/// <param name="Forms">The forms of rows that name none.</param>
/// <param name="Source">The source of rows that name none, with * for the member's name.</param>
/// <param name="Returns">The result of rows that describe none.</param>
/// <param name="Parameters">Descriptions of parameters.</param>
internal sealed record TableContext(
    string Target, IReadOnlyList<MemberForm> Forms, string Source, string Returns, IReadOnlyDictionary<string, string> Parameters);

/// <summary>One kind of member that a row makes, with the names that parameters have there.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Names">For a static member the names of its first parameters; the tensor comes first.</param>
internal sealed record MemberForm(FormKind Kind, IReadOnlyList<string> Names);

/// <summary>The kinds of member.</summary>
internal enum FormKind
{
    /// <summary><c>tensor.abs()</c></summary>
    Method,

    /// <summary><c>tensor.abs_()</c>, and <c>torch.abs_(tensor)</c> if there is a static twin.</summary>
    InPlace,

    /// <summary><c>torch.abs(tensor)</c></summary>
    Static,

    /// <summary>A static member whose signature stands in the table as it is.</summary>
    Plain,
}
