using System.Globalization;
using System.Text;

namespace Kiln.Training;

/// <summary>
/// A text for language models, cut into pieces of T tokens; what is to be predicted at each step is the token after it.
/// The pieces stay in their order, so that splits are stretches of the text and nothing of one is read in another.
/// </summary>
internal sealed class TextFile(string path, TextOptions options) : DataSource
{
    private const string Streams = "The text does not fit in the memory set aside for it: its tokens are kept in a temporary file and read batch by batch, ahead of the training.";

    public override string Name { get; } = CsvFile.NameOf(path);

    internal override RawExamples Read(ReadContext context)
    {
        Check();
        long budget = Math.Min(context.Budget, Array.MaxLength) / sizeof(long);
        var counter = new TokenCounter();
        var words = new GrowingStore<int>(budget);
        ReadAll(counter, words, context.Cancel);
        int stride = options.Stride ?? options.Length;
        long count = words.Count <= options.Length ? 0 : (words.Count - 1 - options.Length) / stride + 1;
        if (count is < 3 or > int.MaxValue)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"Read {path}: {words.Count} {(options.Words ? "words" : "characters")} make {count} pieces of {options.Length}, {(count < 3 ? "expected at least 3. Use a longer text or a smaller --length." : $"expected at most {int.MaxValue}. Use a larger --stride.")}"));
        }
        if (count * options.Length > budget) words.Spill();
        words.Complete();
        var vocabulary = Vocabulary.Of([.. counter.Counts], options.Vocabulary);
        long[] numberOf = [.. counter.Tokens.Select(vocabulary.NumberOf)];
        var (pieces, next) = (new TokenPieces(words, numberOf, (options.Length, stride), 0), new TokenPieces(words, numberOf, (options.Length, stride), 1));
        string remark = RemarkOf(words.Count, vocabulary);
        return new RawExamples
        {
            Name = Name,
            Shape = [options.Length],
            Tokens = words.IsSpilled ? null : All(pieces, count),
            StoredTokens = words.IsSpilled ? pieces : null,
            Targets = words.IsSpilled
                ? new StoredTokenTargets(next, (int)count, options.Length, vocabulary.All)
                : new NextTokenTargets(All(next, count), options.Length, vocabulary.All),
            Overlap = (options.Length + stride) / stride - 1,
            Facts = words.IsSpilled ? DataFacts.Of(remark, Streams) : DataFacts.Of(remark),
        };
    }

    private string RemarkOf(long tokens, Vocabulary vocabulary) => string.Create(CultureInfo.InvariantCulture,
        $"{tokens:N0} {(options.Words ? "words and marks" : "characters")}, {vocabulary.All.Length:N0} different{(vocabulary.All.Contains(Vocabulary.Unknown) ? $" (rarer ones are {Vocabulary.Unknown})" : "")}. ")
        + "Train, validation and test are stretches of the text, one after the other, with a gap so that no text is in two of them.";

    private void Check()
    {
        if (options.Length < 1) throw new DataException($"Read {path}: expected a length of at least 1, got {options.Length}.");
        if (options.Stride < 1) throw new DataException($"Read {path}: expected a stride of at least 1, got {options.Stride}.");
        if (options.Vocabulary < 2) throw new DataException($"Read {path}: expected a vocabulary of at least 2, got {options.Vocabulary}.");
    }

    private void ReadAll(TokenCounter counter, GrowingStore<int> words, CancellationToken ct)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            foreach (string chunk in TextChunks.Of(reader, options.Words))
            {
                ct.ThrowIfCancellationRequested();
                Tokens.ForEach(chunk, options.Words, token => words.Add(counter.Take(token)));
            }
        }
        catch (DecoderFallbackException problem)
        {
            throw new DataException($"Read {path}: it is not UTF-8 text. Save it as UTF-8 first, for example: iconv -f latin1 -t utf-8 {path}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw FileMessage.CannotRead(path, problem);
        }
    }

    private long[] All(TokenPieces pieces, long count)
    {
        var all = new long[count * options.Length];
        pieces.Read(0, all);
        return all;
    }
}
