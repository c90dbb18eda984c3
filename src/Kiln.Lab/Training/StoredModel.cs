using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>The model of a recorded run, built again: from this session's definition and data, with the weights of the store.</summary>
internal sealed class StoredModel(LabWorkspace workspace, RunRecord run)
{
    /// <summary>The data set that the run was trained on.</summary>
    /// <exception cref="LabException">The session does not have it; the message says how to get it.</exception>
    public DataSet Data() => workspace.FindTrainedOn(run) ?? throw new LabException(
        $"Run {run.Id} was trained on {run.DataName} as it was split and scaled then, which this session has not loaded. Run the #!data cell that it was trained with, then try again.");

    /// <summary>The module with the kept weights, in evaluation mode; the caller disposes it.</summary>
    /// <exception cref="LabException">The session has no such definition or data; the message says how to get them.</exception>
    /// <exception cref="CheckpointException">The weights are gone.</exception>
    public nn.Module<Tensor, Tensor> Build()
    {
        var data = Data();
        var task = LearningTasks.Find(RunIdentity.ReadOptions(run).Task, data);
        var module = ModelBuilder.Build(Definition(), TaskShape.Of(data, task), run.Parameters, run.Seed).Module;
        var weights = Weights();
        module.load_state_dict(weights);
        module.eval();
        foreach (var tensor in weights.Values) tensor.Dispose();
        return module;
    }

    /// <summary>The kept weights by their keys in the state dict, which the caller disposes.</summary>
    /// <exception cref="CheckpointException">The weights are gone.</exception>
    public Dictionary<string, Tensor> Weights() => new(KeptWeights.Read(workspace.Store.RunFolder(run.Id), RunIdentity.ReadOptions(run)));

    private ModelDefinition Definition()
    {
        if (!workspace.Models.TryGet(run.ModelName, out var definition))
            throw new LabException($"Run {run.Id} needs the model '{run.ModelName}', which this session has not defined. Run its #!model cell; #!runs show {run.Id} prints it.");
        if (definition.Hash != run.ModelHash)
            throw new LabException($"Run {run.Id} was trained from another definition of '{run.ModelName}'. #!runs show {run.Id} prints it: define that under the same name, then try again.");
        return definition;
    }
}
