using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Probabilities given as such or as logits; the other form is computed when it is first asked for.</summary>
/// <remarks>Binary: one probability for each element, logits are log odds. Otherwise the last dimension holds the categories.</remarks>
internal sealed class ProbsOrLogits : IDisposable
{
    private readonly bool _binary;
    private Tensor? _probs;
    private Tensor? _logits;

    private ProbsOrLogits(Tensor? probs, Tensor? logits, bool binary)
    {
        _probs = probs?.DetachFromDisposeScope();
        _logits = logits?.DetachFromDisposeScope();
        _binary = binary;
        Given = probs ?? logits!;
    }

    /// <summary>Takes views of what was given; categories are normalised.</summary>
    public static ProbsOrLogits Of(string distribution, Tensor? probs, Tensor? logits, bool binary)
    {
        if (probs is null == logits is null)
            throw new ArgumentException($"{distribution}: expected either probs or logits, got {(probs is null ? "neither" : "both")}. Give one of them.", nameof(probs));
        if (!binary && (probs ?? logits!).dim() < 1)
            throw new ArgumentException($"{distribution}: expected categories in the last dimension, got a scalar. Give at least (K).", nameof(probs));
        using var scope = NewDisposeScope();
        return binary
            ? new ProbsOrLogits(probs is null ? null : Ops.alias(probs), logits is null ? null : Ops.alias(logits), binary)
            : new ProbsOrLogits(probs is null ? null : probs / probs.sum(-1, keepdim: true), logits is null ? null : logits - Ops.logsumexp(logits, [-1], true), binary);
    }

    /// <summary>What was given, probabilities or logits.</summary>
    public Tensor Given { get; }

    public bool IsProbs => ReferenceEquals(Given, _probs);

    public Tensor Probs => _probs ??= Computed(() => _binary ? Ops.sigmoid(_logits!) : Ops.softmax(_logits!, -1));

    public Tensor Logits => _logits ??= Computed(() =>
    {
        var clamped = DistributionMath.ClampProbs(_probs!);
        return _binary ? clamped.log() - Ops.log1p(-clamped) : clamped.log();
    });

    /// <summary>The same for a larger shape of parameters.</summary>
    public ProbsOrLogits Expand(long[] shape) =>
        new(IsProbs ? Ops.expand(_probs!, shape) : null, IsProbs ? null : Ops.expand(_logits!, shape), _binary);

    public void Dispose()
    {
        _probs?.Dispose();
        _logits?.Dispose();
    }

    // The form is kept, so it must have gradients even if it is first asked for while drawing samples.
    private static Tensor Computed(Func<Tensor> compute)
    {
        using var scope = NewDisposeScope();
        using var _ = enable_grad();
        return compute().DetachFromDisposeScope();
    }
}
