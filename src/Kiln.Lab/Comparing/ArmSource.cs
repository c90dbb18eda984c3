using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What a word of a comparison means: a model of the session, or how a recorded run was trained.</summary>
/// <param name="Name">The arm's name in the comparison.</param>
/// <param name="Model">The definition; null where it is a run's and the session has not got it.</param>
/// <param name="Run">The run whose settings the arm has; null for a model.</param>
internal sealed record ArmSource(string Name, ModelDefinition? Model, RunRecord? Run)
{
    /// <summary>The text of the definition.</summary>
    public string Code => Model?.Source ?? Run!.ModelSource;

    /// <summary>Hash of the definition.</summary>
    public string ModelHash => Model?.Hash ?? Run!.ModelHash;

    /// <summary>Finds it: models come before runs, and runs before tags, of which the newest run counts.</summary>
    /// <exception cref="LabException">There is none; the message names the nearest model.</exception>
    public static ArmSource Find(LabWorkspace workspace, string word)
    {
        if (workspace.Models.TryGet(word, out var model)) return new ArmSource(model.Name, model, null);
        var run = workspace.Store.Find(word)
            ?? workspace.Store.List(new RunFilter { Tag = word, Limit = 1 }).FirstOrDefault()
            ?? throw new LabException($"{workspace.Models.Unknown(word, []).Message} No run and no tag is called so, either.");
        return new ArmSource(word, workspace.Models.TryGet(run.ModelName, out var definition) && definition.Hash == run.ModelHash ? definition : null, run);
    }
}
