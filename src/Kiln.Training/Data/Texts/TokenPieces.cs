namespace Kiln.Training;

/// <summary>(N, T) the pieces of a text.</summary>
/// <param name="words">The text: a word or character after the other, each by a number of its own.</param>
/// <param name="numberOf">The token that each of these numbers stands for.</param>
/// <param name="form">Length of a piece, and steps from the start of one to that of the next.</param>
/// <param name="shift">0 for the pieces themselves, 1 for the tokens that follow.</param>
internal sealed class TokenPieces(IStored<int> words, long[] numberOf, (int Length, int Stride) form, int shift) : IStored<long>
{
    /// <param name="first">Of the first token of a piece.</param>
    /// <param name="values">Whole pieces.</param>
    public void Read(long first, Span<long> values)
    {
        Span<int> read = form.Length <= 1024 ? stackalloc int[form.Length] : new int[form.Length];
        for (int start = 0; start < values.Length; start += form.Length)
        {
            words.Read((first + start) / form.Length * form.Stride + shift, read);
            for (int t = 0; t < form.Length; t++) values[start + t] = numberOf[read[t]];
        }
    }
}
