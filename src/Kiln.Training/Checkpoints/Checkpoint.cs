using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Everything that continues a run bit for bit: what the learner remembers, random state, history.</summary>
/// <param name="State">The text part.</param>
/// <param name="Learner">What <see cref="Training.Learner.Tensors"/> gave after the state's epoch.</param>
/// <param name="Random">State of torch's default generator, which dropout draws from.</param>
internal sealed record Checkpoint(CheckpointState State, IReadOnlyDictionary<string, Tensor> Learner, Tensor Random)
{
    private const string RandomKey = "random.state";

    /// <summary>The tensors under the names they have in the file.</summary>
    public Dictionary<string, Tensor> ToTensors() => new(Learner, StringComparer.Ordinal) { [RandomKey] = Random };

    /// <summary>Takes over the tensors of a file.</summary>
    public static Checkpoint Of(CheckpointState state, IReadOnlyDictionary<string, Tensor> tensors) => new(state, tensors, tensors[RandomKey]);
}
