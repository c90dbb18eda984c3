using System.Globalization;

namespace Kiln;

/// <summary>Trains trials in worker processes of this machine: a crash, a hang or an end for want of memory costs one trial its row, never this process.</summary>
internal sealed class ParallelExecutor : ITrialExecutor
{
    /// <inheritdoc/>
    public async Task<bool> Run(StudySession session, CancellationToken cancellationToken)
    {
        var workspace = session.Workspace;
        var program = workspace.Worker
            ?? throw new LabException("--parallel: this program has no worker processes; the kiln kernel and kiln run have. Leave --parallel out to train in this process.");
        StudyRecipe.Of(workspace.Sources, session.Plan).Write(workspace.Store, session.Study.Id);
        if (session.Study.Trials.Count >= session.Study.TotalTrials) return true;

        using var crew = new WorkerCrew(session, program with { Arguments = [.. program.Arguments, .. ArgumentsOf(session)] });
        using var user = cancellationToken.Register(crew.Stop);
        using var front = workspace.Display.Interrupted.Register(crew.Stop);
        return await crew.Work();
    }

    /// <summary>What a worker of a study is told on its command line. Never the address of the store, which may hold a password: it is in the environment.</summary>
    private static IEnumerable<string> ArgumentsOf(StudySession session)
    {
        yield return "--managed";
        yield return "--study";
        yield return session.Study.Id;
        yield return "--store";
        yield return session.Workspace.Folder;
        if (session.Plan.Options.Workers.Memory is not { } bytes) yield break;
        yield return "--memory";
        yield return bytes.ToString(CultureInfo.InvariantCulture);
    }
}
