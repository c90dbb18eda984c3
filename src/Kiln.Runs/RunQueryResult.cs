using System.Collections.Immutable;
using System.Data;

namespace Kiln.Runs;

/// <summary>What a question about runs found.</summary>
/// <param name="Runs">The runs, in the order asked for.</param>
/// <param name="Total">How many there are without the limit.</param>
/// <param name="Table">A row for each run, in the same order: numbers as <see cref="double"/>, everything else as text, what a run has not as <see cref="DBNull"/>.</param>
public sealed record RunQueryResult(ImmutableArray<RunRecord> Runs, int Total, DataTable Table);
