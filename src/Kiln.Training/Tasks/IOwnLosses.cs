using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A module that says itself what it learns from a batch, instead of a loss on its output: a variational autoencoder
/// (one part), a generator with its critic (two).
/// </summary>
public interface IOwnLosses
{
    /// <summary>The losses, in the order they are taken in every step. Each part has an optimiser of its own.</summary>
    IReadOnlyList<LossPart> Parts { get; }
}

/// <summary>One loss of a module and the weights it moves.</summary>
/// <param name="Name">Lower-kebab name; its mean over an epoch is the metric <c>train_NAME</c>.</param>
/// <param name="Weights">The submodule whose weights this loss moves; others stay as they are.</param>
/// <param name="Loss">Scalar loss of a batch, a mean over its examples.</param>
public sealed record LossPart(string Name, nn.Module Weights, Func<Batch, Tensor> Loss);
