using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The names of this process's lab.</summary>
internal sealed class LabNames : INames
{
    private const int MostRuns = 50;

    /// <inheritdoc/>
    public IReadOnlyList<string> Of(NameKind kind)
    {
        var workspace = LabWorkspace.Current;
        return kind switch
        {
            NameKind.Model => workspace.Models.Names,
            NameKind.ReadyModel => Zoo.Names,
            NameKind.BuiltInData => DataSets.Names,
            NameKind.Data => [.. workspace.Data.Names.Union(DataSets.Names)],
            NameKind.Run => FromStore(workspace, store => store.List(new RunFilter { Limit = MostRuns }).Select(run => run.Id)),
            NameKind.RunValue => FromStore(workspace, store => store.Names()),
            NameKind.Study => FromStore(workspace, store => store.ListStudies().Select(study => study.Name).Distinct()),
            NameKind.ModelOrStudy => [.. Of(NameKind.Model).Union(Of(NameKind.Study))],
            _ => [],
        };
    }

    // Completion must not create a store, and a broken one is reported by the command, not at a key press.
    private static IReadOnlyList<string> FromStore(LabWorkspace workspace, Func<RunStore, IEnumerable<string>> names)
    {
        if (!Directory.Exists(workspace.Folder)) return [];
        try
        {
            return [.. names(workspace.Store)];
        }
        catch (RunStoreException)
        {
            return [];
        }
    }
}
