using Kiln.Runs;

namespace Kiln.Search;

public sealed partial class Study
{
    /// <summary>Continues the study of that name if all that its trials depend on is equal, and starts a new one otherwise.</summary>
    /// <param name="store">Where its trials are runs.</param>
    /// <param name="definition">What to search.</param>
    /// <param name="startNew">Start a new one in any case; default false.</param>
    /// <returns>The study; <see cref="Announcements"/> says whether and why.</returns>
    /// <exception cref="RunStoreException">The store cannot be read or written.</exception>
    public static Study Open(RunStore store, StudyDefinition definition, bool startNew = false)
    {
        var wanted = StudyIdentity.RecordOf(definition, "");
        var named = store.ListStudies().Where(study => study.Name == definition.Name).ToList();
        var equal = startNew ? null : named.FirstOrDefault(study => StudyIdentity.Difference(study, wanted) is null);
        if (equal is not null)
        {
            var log = new StoreTrialLog(store, equal, definition);
            return new Study(definition, log, equal.Id, true, [StudyAnnouncements.Resumed(equal, log.From(0))]);
        }
        var record = store.CreateStudy(wanted with { Id = store.NewId() });
        var reason = startNew || named.Count == 0 ? null : StudyAnnouncements.Different(named[0], record);
        return new Study(definition, new StoreTrialLog(store, record, definition), record.Id, false, reason is null ? [] : [reason]);
    }

    /// <summary>A study as it is recorded, to be looked at: without the pruner, and with only as many trials as there are.</summary>
    /// <param name="store">Where its trials are runs.</param>
    /// <param name="record">The study.</param>
    /// <returns>The study.</returns>
    /// <exception cref="RunStoreException">The store cannot be read.</exception>
    /// <exception cref="SpaceSyntaxException">A newer program has recorded a space that this one cannot read.</exception>
    public static Study Of(RunStore store, StudyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var definition = StudyIdentity.DefinitionOf(record);
        return new Study(definition, new StoreTrialLog(store, record, definition), record.Id, true, []);
    }

    /// <summary>Starts a study that lives as long as this object, for any objective.</summary>
    /// <param name="definition">What to search.</param>
    /// <returns>The study.</returns>
    public static Study InMemory(StudyDefinition definition) => new(definition, new MemoryTrialLog(), "", false, []);
}
