using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>What a model took over from other weights, and what not.</summary>
/// <param name="Source">Name of the other weights.</param>
/// <param name="Taken">Names of the tensors taken over.</param>
/// <param name="Kept">Tensors of the model that stay as they were initialised, each with the reason.</param>
/// <param name="Unused">Names there that the model does not have.</param>
public sealed record TransferReport(string Source, ImmutableArray<string> Taken, ImmutableArray<string> Kept, ImmutableArray<string> Unused)
{
    private const int Most = 6;

    /// <summary>The report in sentences.</summary>
    public override string ToString()
    {
        string text = FormattableString.Invariant($"Took {Taken.Length} of {Taken.Length + Kept.Length} tensors from {Source}.");
        if (Kept.Length > 0) text += $" As initialised: {List(Kept)}.";
        if (Unused.Length > 0) text += $" Only there: {List(Unused)}.";
        return text;
    }

    private static string List(ImmutableArray<string> names) =>
        string.Join("; ", names.Take(Most)) + (names.Length > Most ? FormattableString.Invariant($"; and {names.Length - Most} more") : "");
}
