using Kiln.Runs;

namespace Kiln;

/// <summary>Searches, and what has been searched.</summary>
public static partial class Lab
{
    /// <summary>Searches a model's hyperparameters and training options.</summary>
    /// <param name="method">How trials are chosen and ended: one of <c>SearchMethods.Names</c>, such as <c>random</c>, <c>tpe</c> or <c>asha</c>.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="options">Space, number of trials, metric; defaults as documented there.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="cancellationToken">Stops after the batch in flight; what is finished is kept and the next call goes on from there.</param>
    /// <exception cref="LabException">A name is unknown, or the options contradict each other; nothing was started.</exception>
    public static Task<StudyResult> Search(
        string method, string model, SearchOptions? options = null, string? data = null, CancellationToken cancellationToken = default) =>
        new StudyExecution(Workspace, options ?? new SearchOptions()).Execute(method, Workspace.Models.Get(model), Workspace.FindData(data), cancellationToken);

    /// <summary>What a search would try first. Nothing is trained or recorded.</summary>
    /// <param name="method">As of <see cref="Search"/>.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="options">As of <see cref="Search"/>.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <exception cref="LabException">As of <see cref="Search"/>.</exception>
    public static SearchPreview PreviewSearch(string method, string model, SearchOptions? options = null, string? data = null) =>
        SearchPreview.Of(SearchPlan.Of(Workspace, method, Workspace.Models.Get(model), Workspace.FindData(data), options ?? new SearchOptions()));

    /// <summary>A study as the store has it, of this session, an earlier one or another process.</summary>
    /// <param name="name">Name or id; of several of one name the newest.</param>
    /// <exception cref="LabException">There is none.</exception>
    public static StudyResult Study(string name)
    {
        var recorded = new RecordedStudy(Workspace);
        return recorded.Read(recorded.Find(name));
    }

    /// <summary>Stops a study that another process searches: its trials under way end after their batches in flight, and wait for the search to go on.</summary>
    /// <param name="name">Name or id of the study.</param>
    /// <returns>The runs that were asked to stop.</returns>
    /// <exception cref="LabException">There is no such study, or none of its trials is under way.</exception>
    public static IReadOnlyList<RunRecord> StopStudy(string name)
    {
        var recorded = new RecordedStudy(Workspace);
        var study = recorded.Find(name);
        var runs = recorded.Running(study);
        if (runs.Count == 0) throw new LabException($"Study '{study.Name}' is not being searched: none of its trials is under way. #!search status {study.Name} shows how it stands.");
        foreach (var run in runs) Stop(run.Id);
        return runs;
    }

    /// <summary>Goes on with a study as it was last asked for, by this session or an earlier one; its model and data are defined in this session.</summary>
    /// <param name="name">Name or id of the study.</param>
    /// <param name="trials">Trials of the whole study; null (default): as many as were asked for last.</param>
    /// <param name="cancellationToken">As of <see cref="Search"/>.</param>
    /// <exception cref="LabException">There is no such study, or model or data are not the ones that were searched.</exception>
    public static Task<StudyResult> ResumeStudy(string name, int? trials = null, CancellationToken cancellationToken = default)
    {
        var study = new RecordedStudy(Workspace).Find(name);
        var recipe = StudyRecipe.Last(Runs, study) ?? throw new LabException($"Study '{study.Name}' ({study.Id}) has not left how it was asked for. Type its #!search line again; it goes on where it stopped.");
        var (model, data) = (Workspace.Models.Get(recipe.Model), Workspace.FindData(study.DataName));
        if (model.Hash != study.ModelHash || data.Fingerprint != study.DataFingerprint)
            throw new LabException($"Study '{study.Name}' ({study.Id}) was made of another {(model.Hash != study.ModelHash ? $"model '{model.Name}'" : $"data set '{data.Name}'")} than this session has now. Run the cell that defined it then, or start a new study with #!search.");
        return new StudyExecution(Workspace, recipe.Search with { Trials = trials ?? recipe.Search.Trials }).Execute(recipe.Sampler, model, data, cancellationToken);
    }

    /// <summary>Writes the trials of a study into a file, as <see cref="RunStore.Export"/> does.</summary>
    /// <param name="name">Name or id of the study.</param>
    /// <param name="path">A file that ends in <c>.csv</c> or <c>.jsonl</c>.</param>
    /// <returns>How many trials were written.</returns>
    /// <exception cref="LabException">There is no such study.</exception>
    public static int ExportStudy(string name, string path) =>
        Runs.Export(path, new RunFilter { Study = new RecordedStudy(Workspace).Find(name).Id, Sort = "trial", NewestFirst = false });

    /// <summary>Takes part in a study of the shared store, beside other processes, until it has no trial left; <c>kiln worker</c> does this.</summary>
    /// <param name="study">The study.</param>
    /// <param name="recipe">Its recipe, whose cells have run in this session.</param>
    /// <param name="settings">How many trials, and whom to tell; defaults as documented there.</param>
    /// <param name="cancellationToken">Puts the trial under way aside after the batch in flight.</param>
    /// <returns>Why it ended.</returns>
    /// <exception cref="LabException">The session's model or data is not the study's.</exception>
    public static Task<WorkerEnd> Work(StudyRecord study, StudyRecipe recipe, WorkerSettings? settings = null, CancellationToken cancellationToken = default) =>
        new StudyWorker(Workspace, study, recipe, settings ?? new WorkerSettings()).Run(cancellationToken);
}
