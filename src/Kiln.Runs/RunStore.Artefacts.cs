using System.Collections.Immutable;

namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>Records a file of a run by its size and hash; the file stays where it is.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="path">The file; a path that is not full starts at the run's folder where such a file is there, else at the current one.</param>
    /// <returns>What was recorded; it replaces what was recorded of the same path.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunStoreException">The file cannot be read.</exception>
    public ArtefactRecord AddArtefact(string id, string path)
    {
        var artefact = ArtefactFiles.Read(RunFolder(id), [path], _time.GetUtcNow())[0];
        if (!_database.Write(connection => ArtefactTable.TryAdd(connection, id, [artefact])))
            throw NotFound(id);
        return artefact;
    }

    /// <summary>The recorded files of a run, by path; none when there is no such run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>The files as they were then.</returns>
    public ImmutableArray<ArtefactRecord> Artefacts(string id) => _database.Use(connection => ArtefactTable.Of(connection, id));

    /// <summary>What became of a recorded file; reads the whole file.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="artefact">One of its <see cref="Artefacts"/>.</param>
    /// <returns>Whether it still is what it was.</returns>
    public ArtefactState Check(string id, ArtefactRecord artefact) => ArtefactFiles.Check(RunFolder(id), artefact);
}
