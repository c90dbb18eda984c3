using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>The model of a run, ready to predict: the session's own, or built again from definition, data and stored weights.</summary>
internal static class RunModel
{
    /// <summary>The model.</summary>
    /// <param name="workspace">Where runs, models and data sets are found.</param>
    /// <param name="run">The run.</param>
    /// <param name="module">The trained module, where the session still has it; it stays the caller's.</param>
    /// <exception cref="LabException">The session lacks the definition or the data; says how to get them.</exception>
    public static TrainedModel Of(LabWorkspace workspace, RunRecord run, nn.Module<Tensor, Tensor>? module)
    {
        var stored = new StoredModel(workspace, run);
        var data = stored.Data();
        var task = LearningTasks.Find(RunIdentity.ReadOptions(run).Task, data);
        return new TrainedModel(module ?? stored.Build(), data, task, ownsModule: module is null);
    }

    /// <summary>The run that a word means.</summary>
    /// <exception cref="LabException">A model of that name is defined, but was never trained.</exception>
    /// <exception cref="RunNotFoundException">There is neither run nor model.</exception>
    public static RunRecord Find(LabWorkspace workspace, string run)
    {
        if (workspace.Models.TryGet(run, out var model) && workspace.Store.List(new RunFilter { Limit = 1, Model = model.Name }).Count == 0)
            throw new LabException($"Model '{model.Name}' has not been trained yet. Train it with #!train {model.Name}, then try again.");
        return workspace.Store.Get(run);
    }
}
