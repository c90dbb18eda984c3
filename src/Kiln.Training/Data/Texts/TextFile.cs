using System.Globalization;
using System.Text;

namespace Kiln.Training;

/// <summary>
/// A text for language models, cut into pieces of T tokens; what is to be predicted at each step is the token after it.
/// The pieces stay in their order, so that splits are stretches of the text and nothing of one is read in another.
/// </summary>
internal sealed class TextFile(string path, TextOptions options) : DataSource
{
    private const long MostBytes = 1L << 30;

    public override string Name { get; } = CsvFile.NameOf(path);

    internal override RawExamples Read(ReadContext context)
    {
        Check();
        string[] tokens = [.. options.Words ? Tokens.Words(ReadAll()) : Tokens.Characters(ReadAll())];
        int stride = options.Stride ?? options.Length;
        int count = tokens.Length <= options.Length ? 0 : (tokens.Length - 1 - options.Length) / stride + 1;
        if (count < 3)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"Read {path}: {tokens.Length} {(options.Words ? "words" : "characters")} make {count} pieces of {options.Length}, expected at least 3. Use a longer text or a smaller --length."));
        }
        var vocabulary = Vocabulary.Of(tokens, options.Vocabulary);
        long[] numbers = Array.ConvertAll(tokens, vocabulary.NumberOf);
        return new RawExamples
        {
            Name = Name,
            Shape = [options.Length],
            Tokens = Pieces(numbers, count, stride, 0),
            Targets = new NextTokenTargets(Pieces(numbers, count, stride, 1), options.Length, vocabulary.All),
            Overlap = (options.Length + stride) / stride - 1,
            Facts = DataFacts.Of(RemarkOf(tokens.Length, vocabulary)),
        };
    }

    private string RemarkOf(int tokens, Vocabulary vocabulary) => string.Create(CultureInfo.InvariantCulture,
        $"{tokens:N0} {(options.Words ? "words and marks" : "characters")}, {vocabulary.All.Length:N0} different{(vocabulary.All.Contains(Vocabulary.Unknown) ? $" (rarer ones are {Vocabulary.Unknown})" : "")}. ")
        + "Train, validation and test are stretches of the text, one after the other, with a gap so that no text is in two of them.";

    private void Check()
    {
        if (options.Length < 1) throw new DataException($"Read {path}: expected a length of at least 1, got {options.Length}.");
        if (options.Stride < 1) throw new DataException($"Read {path}: expected a stride of at least 1, got {options.Stride}.");
        if (options.Vocabulary < 2) throw new DataException($"Read {path}: expected a vocabulary of at least 2, got {options.Vocabulary}.");
    }

    private string ReadAll()
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                throw new DataException($"Read {path}: expected at most 1 GB of text, got more. Cut the file into parts.");
            string text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return text.ReplaceLineEndings("\n");
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

    private long[] Pieces(long[] tokens, int count, int stride, int shift)
    {
        var pieces = new long[(long)count * options.Length];
        for (int i = 0; i < count; i++) Array.Copy(tokens, i * stride + shift, pieces, i * options.Length, options.Length);
        return pieces;
    }
}
