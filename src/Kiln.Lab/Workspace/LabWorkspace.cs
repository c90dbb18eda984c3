using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What a session knows: its folder and store, the models and data sets it has defined, and its display.</summary>
/// <remarks>A notebook has one, <see cref="Current"/>; a test makes its own in a folder of its own.</remarks>
public sealed class LabWorkspace : IDisposable
{
    private static LabWorkspace? _current;

    private readonly Lock _gate = new();
    private readonly string _folder;
    private RunStore? _store;

    /// <summary>Makes a workspace; nothing is created on disk before the first run.</summary>
    /// <param name="folder">The folder of the run store, <c>.kiln</c> beside the notebook unless <c>KILN_HOME</c> names another.</param>
    /// <param name="time">The clock; the system's by default.</param>
    public LabWorkspace(string folder, TimeProvider? time = null)
    {
        _folder = Path.GetFullPath(folder);
        Time = time ?? TimeProvider.System;
    }

    /// <summary>The workspace that <see cref="Lab"/> works in: made at first use.</summary>
    public static LabWorkspace Current
    {
        // Nobody made one: a program without a notebook, whose user looks at its console.
        get => _current ??= new LabWorkspace(Environment.GetEnvironmentVariable("KILN_HOME") ?? ".kiln") { Display = new TextDisplay(Console.Out) };
        set => _current = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Where progress is shown.</summary>
    public ILabDisplay Display { get; set; } = SilentDisplay.Instance;

    /// <summary>Models by name.</summary>
    public NamedSet<ModelDefinition> Models { get; } = new("model", "Define it with #!model NAME or Model.Define.");

    /// <summary>Data sets by name, as loaded in this session.</summary>
    public NamedSet<DataSet> Data { get; } = new("data set", "Load it with #!data NAME or Lab.Data.");

    /// <summary>The cells that models and data sets came from.</summary>
    public CellSources Sources { get; } = new();

    /// <summary>What starts worker processes of a search; null where the program has none.</summary>
    public WorkerProgram? Worker { get; set; }

    /// <summary>Runs that have not ended.</summary>
    internal LiveRuns Live { get; } = new();

    /// <summary>Folder of the run store.</summary>
    public string Folder => _folder;

    /// <summary>The run store, opened at first use: in the folder, or with its rows in the PostgreSQL database that <c>KILN_STORE</c> names.</summary>
    /// <exception cref="RunStoreException">The store cannot be opened; the message says what to do.</exception>
    public RunStore Store
    {
        get
        {
            lock (_gate) return _store ??= RunStore.Open(_folder, Time, Environment.GetEnvironmentVariable("KILN_STORE"));
        }
    }

    internal void Add(ModelDefinition definition) => Models.Set(definition.Name, definition);

    /// <summary>The data set of that name: one loaded before, or a built-in one loaded now.</summary>
    /// <param name="name">The name, or null for the data set loaded last.</param>
    public DataSet FindData(string? name)
    {
        if (name is null)
            return Data.Newest ?? throw new LabException(
                "There is no data set yet. Load one with #!data NAME (built in: " + string.Join(", ", DataSets.Names) + ").");
        if (Data.TryGet(name, out var loaded)) return loaded;
        if (!DataSets.Names.Contains(name)) throw Data.Unknown(name, DataSets.Names);
        var data = DataSets.Load(name);
        Data.Set(name, data);
        Sources.Set(data, new CellSource($"#!data {name}", []));
        return data;
    }

    /// <summary>The data set that a run was trained on, split and scaled as it was then; null where the session has not got it.</summary>
    internal DataSet? FindTrainedOn(RunRecord run)
    {
        foreach (var name in Data.Names)
            if (Data.TryGet(name, out var data) && data.Fingerprint == run.DataFingerprint) return data;
        // A built-in set needs no cell of its own where it was taken with its defaults.
        return DataSets.Names.Contains(run.DataName) && !Data.TryGet(run.DataName, out _) && FindData(run.DataName) is { } built && built.Fingerprint == run.DataFingerprint ? built : null;
    }

    /// <summary>Closes the store.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _store?.Dispose();
            _store = null;
        }
    }
}
