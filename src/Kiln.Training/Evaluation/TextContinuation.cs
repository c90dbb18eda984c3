using System.Text;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How a language model goes on with a text.</summary>
public sealed record ContinueOptions
{
    /// <summary>Tokens to write; default: 200.</summary>
    public int Length { get; init; } = 200;

    /// <summary>Above 1 bolder, below 1 more cautious, 0 always the likeliest token; default: 0.8.</summary>
    public double Temperature { get; init; } = .8;

    /// <summary>Seed of the choices; default: 0.</summary>
    public long Seed { get; init; }
}

/// <summary>Writes token after token, each drawn from what the model finds probable after those before.</summary>
internal sealed class TextContinuation(TrainedModel model, ContinueOptions options)
{
    private readonly Dictionary<string, long> _numbers = Numbered(model.Data);

    // Words stand apart, characters do not.
    private string Between => model.Data.TargetNames.All(token => token.Length <= 1) ? "" : " ";

    public string After(string beginning)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        if (options.Length < 1 || !(options.Temperature >= 0))
            throw new ArgumentException(FormattableString.Invariant($"Continue: expected a length of at least 1 and a temperature of at least 0, got {options.Length} and {options.Temperature}."));
        List<long> tokens = Tokens(beginning);
        var text = new StringBuilder(beginning);
        var shuffler = new Shuffler(Seeds.Derive(options.Seed, "continue", 0));
        using var inference = new InferenceScope(model.Module);
        for (int i = 0; i < options.Length; i++)
        {
            tokens.Add(Next(tokens, shuffler));
            text.Append(Between).Append(model.Data.TargetNames[(int)tokens[^1]]);
        }
        return text.ToString();
    }

    private List<long> Tokens(string text)
    {
        if (model.Task.Targets != TargetKind.Tokens)
            throw new ArgumentException($"Continue: expected a language model, got one trained for {model.Task.Name}. Use Predict.");
        IEnumerable<string> parts = Between == "" ? text.Select(character => character.ToString()) : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var tokens = parts.Select(part => _numbers.TryGetValue(part, out long number)
            ? number
            : throw new ArgumentException($"Continue: '{part}' is not in the vocabulary of '{model.Data.Name}'. Begin with what occurs in its text.")).ToList();
        return tokens.Count > 0 ? tokens : [0];
    }

    private long Next(List<long> tokens, Shuffler random)
    {
        using var scope = NewDisposeScope();
        long context = Math.Min(tokens.Count, model.Data.InputShape[0]);
        Tensor input = tensor(tokens.GetRange(tokens.Count - (int)context, (int)context).ToArray(), [1, context]);
        Tensor logits = model.Module.call(input)[0].select(0, -1);
        if (options.Temperature == 0) return logits.argmax().item<long>();
        float[] shares = logits.div((float)options.Temperature).softmax(0).to(ScalarType.Float32).contiguous().data<float>().ToArray();
        double left = random.NextShare() * shares.Sum(share => (double)share);
        for (int k = 0; k < shares.Length; k++)
        {
            left -= shares[k];
            if (left < 0) return k;
        }
        return Array.IndexOf(shares, shares.Max());
    }

    private static Dictionary<string, long> Numbered(DataSet data)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int k = 0; k < data.TargetNames.Length; k++) numbers.TryAdd(data.TargetNames[k], k);
        return numbers;
    }
}
