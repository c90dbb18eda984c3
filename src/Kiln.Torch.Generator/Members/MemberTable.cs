namespace Kiln.Torch.Generator.Members;

/// <summary>A table of members, read.</summary>
/// <param name="File">Its path.</param>
/// <param name="Rows">Its rows, families expanded.</param>
/// <param name="Context">What its directives say at its end.</param>
/// <param name="Families">Its families.</param>
internal sealed record MemberTable(string File, IReadOnlyList<MemberRow> Rows, TableContext Context, IReadOnlyDictionary<string, Family> Families);
