using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>All that a process of its own needs to take part in a study: texts of cells, and what the search was asked to do.</summary>
/// <remarks>Texts and numbers only. Whoever reads it compares model and data with the study before the first trial.</remarks>
public sealed record StudyRecipe
{
    /// <summary>Version of the Kiln that wrote it; another one may mean something else by the same words.</summary>
    public required string Kiln { get; init; }

    /// <summary>The way to search, such as <c>asha</c>.</summary>
    public required string Sampler { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The cells that define model and data, in the order in which they are to run.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>What was asked for.</summary>
    public required SearchOptions Search { get; init; }

    /// <summary>The recipe of a search in a session.</summary>
    /// <exception cref="LabException">Model or data need more than texts; the message names what, and the remedy.</exception>
    internal static StudyRecipe Of(CellSources sources, SearchPlan plan)
    {
        var data = Replayable(sources.Find(plan.Data), $"the data set '{plan.Data.Name}'", "Load it with a #!data line that names a file or a built-in set");
        var model = Replayable(sources.Find(plan.Model), $"the model '{plan.Model.Name}'", "Make it a constant, an hp.*, or part of a #!shared cell");
        return new StudyRecipe
        {
            Kiln = Versions.Kiln,
            Sampler = plan.Method,
            Model = plan.Model.Name,
            Cells = [.. sources.Shared, data.Text, model.Text],
            Search = plan.Options with { New = false, Study = plan.Definition.Name },
        };
    }

    /// <summary>The recipe as far as it goes: where model or data need more than texts it has no cells, and serves those alone who have both.</summary>
    internal static StudyRecipe Sketch(CellSources sources, SearchPlan plan)
    {
        try
        {
            return Of(sources, plan);
        }
        catch (LabException)
        {
            return new StudyRecipe
            {
                Kiln = Versions.Kiln,
                Sampler = plan.Method,
                Model = plan.Model.Name,
                Cells = [],
                Search = plan.Options with { New = false, Study = plan.Definition.Name },
            };
        }
    }

    /// <summary>What a study was last searched with; null where it left nothing that can be read.</summary>
    internal static StudyRecipe? Last(RunStore store, StudyRecord study) =>
        store.Recipe(study.Id) is { Length: > 0 } text ? Parse(study, text) : null;

    /// <summary>Reads what a search has left for its workers.</summary>
    /// <param name="store">The store.</param>
    /// <param name="study">Id of the study, or its name (the newest of that name).</param>
    /// <returns>The study and its recipe.</returns>
    /// <exception cref="LabException">There is no such study, or it has no recipe that this version can read.</exception>
    public static (StudyRecord Study, StudyRecipe Recipe) Read(RunStore store, string study)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = store.FindStudy(study) ?? throw Unknown(store, study);
        if (Last(store, found) is not { Cells.Count: > 0 } recipe)
            throw new LabException($"Study '{found.Name}' ({found.Id}) has left no cells from which a worker could rebuild its model and data. Search it once more with --parallel N: that goes on where it stopped, or says what a worker lacks.");
        return (found, recipe);
    }

    internal void Write(RunStore store, string study) => store.SetRecipe(study, JsonSerializer.Serialize(this, LabJson.Default.StudyRecipe));

    private static StudyRecipe Parse(StudyRecord study, string text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, LabJson.Default.StudyRecipe) is { } recipe && recipe.Kiln == Versions.Kiln) return recipe;
        }
        catch (JsonException)
        {
            // What another version wrote need not even be readable: the same remedy.
        }
        throw new LabException($"Study '{study.Name}' ({study.Id}) was last searched by another version of Kiln, this is {Versions.Kiln}. Use the same version for the notebook and its workers, and run #!search once more.");
    }

    private static CellSource Replayable(CellSource? source, string what, string remedy)
    {
        const string only = "a worker process has only the texts of #!data, #!model and #!shared cells";
        const string here = "or leave --parallel out to train in this process.";
        if (source is null) throw new LabException($"{Capital(what)} was made by C# code, and {only}. Define it with a #!data or #!model cell, {here}");
        if (source.Captures.Count > 0)
            throw new LabException($"{Capital(what)} uses {string.Join(", ", source.Captures)} of this session, and {only}. {remedy}, {here}");
        return source;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static LabException Unknown(RunStore store, string study)
    {
        var names = store.ListStudies().Select(one => one.Name).Distinct().ToList();
        return new LabException(names.Count == 0
            ? $"There is no study '{study}' in {store.Location}: no search has been made there yet. Is it the notebook's store? Give its folder with --store."
            : $"There is no study '{study}' in {store.Location}. {Suggestions.Hint(study, names)}");
    }
}
