using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The weights that a recorded run has kept, read from its folder.</summary>
public static class KeptWeights
{
    /// <summary>Reads the weights of the best epoch, or of the last one where the run kept that.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How it was trained.</param>
    /// <returns>Tensors by their keys in the module's state dict, which the caller disposes.</returns>
    /// <exception cref="CheckpointException">The folder holds no weights.</exception>
    /// <exception cref="WeightsFileException">The file is damaged.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string folder, TrainOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var files = new CheckpointFolder(folder);
        if (File.Exists(files.BestPath) && (options.Keep != "last" || !files.Exists)) return WeightSnapshot.From(0, Safetensors.Load(files.BestPath)).Tensors;
        if (files.Exists) return Newest(files);
        throw new CheckpointException($"Weights of the run in {folder}: expected best.safetensors, found none. "
            + "The run ended before its first epoch did, or its folder was cleared: train it again.");
    }

    private static IReadOnlyDictionary<string, Tensor> Newest(CheckpointFolder files)
    {
        using var scope = NewDisposeScope();
        return WeightSnapshot.From(0, FinalTensors.Of(files.Read().Learner)).Tensors;
    }
}
