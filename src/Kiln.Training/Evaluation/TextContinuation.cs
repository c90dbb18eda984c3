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
    private readonly TokenText _text = new(model.Data);

    public string After(string beginning)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        if (options.Length < 1 || !(options.Temperature >= 0))
            throw new ArgumentException(FormattableString.Invariant($"Continue: expected a length of at least 1 and a temperature of at least 0, got {options.Length} and {options.Temperature}."));
        List<long> tokens = TokensOf(beginning);
        var random = new Shuffler(Seeds.Derive(options.Seed, "continue", 0));
        using var inference = new InferenceScope(model.Module);
        for (int i = 0; i < options.Length; i++) tokens.Add(Next(tokens, random));
        return _text.Write(tokens);
    }

    private List<long> TokensOf(string text)
    {
        if (model.Task.Targets != TargetKind.Tokens)
            throw new ArgumentException($"Continue: expected a language model, got one trained for {model.Task.Name}. Use Predict.");
        List<long> tokens = [.. _text.Read(text).Select(token => token.Number ?? throw new ArgumentException(
            $"Continue: '{token.Text}' is not in the vocabulary of '{model.Data.Name}'. Begin with what occurs in its text."))];
        return tokens.Count > 0 ? tokens : throw new ArgumentException("Continue: expected a beginning of at least one token, got an empty text.");
    }

    private long Next(List<long> tokens, Shuffler random)
    {
        using var scope = NewDisposeScope();
        int context = (int)Math.Min(tokens.Count, model.Data.InputShape[0]);
        Tensor input = tensor(tokens.GetRange(tokens.Count - context, context).ToArray(), [1, context]);
        Tensor logits = model.Module.call(input)[0].select(0, -1).to(ScalarType.Float64);
        foreach (long special in _text.Special) logits[special] = double.NegativeInfinity;
        if (options.Temperature == 0) return logits.argmax().item<long>();
        double[] shares = logits.div(options.Temperature).softmax(0).contiguous().data<double>().ToArray();
        double left = random.NextShare() * shares.Sum();
        for (int k = 0; k < shares.Length; k++)
        {
            left -= shares[k];
            if (left < 0) return k;
        }
        return Array.IndexOf(shares, shares.Max());
    }
}
