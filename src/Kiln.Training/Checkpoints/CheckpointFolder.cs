using System.Globalization;
using System.Text.Json;
using Kiln.Weights;

namespace Kiln.Training;

/// <summary>
/// The checkpoints of one run: <c>best.safetensors</c>, and <c>last/state.json</c> which names the tensor file beside it and the
/// last epoch that counts of <c>history.jsonl</c>. The state file is replaced in one step after both are on disk, so a process
/// killed at any moment leaves a whole checkpoint.
/// </summary>
internal sealed class CheckpointFolder(string folder)
{
    private const string EpochKey = "epoch";
    private readonly string _last = Path.Combine(folder, "last");
    private readonly HistoryFile _history = new(Path.Combine(folder, "last", "history.jsonl"));

    public string Folder => folder;

    public string BestPath { get; } = Path.Combine(folder, "best.safetensors");

    public string StatePath => Path.Combine(_last, "state.json");

    public bool Exists => File.Exists(StatePath);

    public static string TensorFileOf(int epoch) => string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch}.safetensors");

    /// <summary>The folder of the weights of each epoch, where every epoch is kept.</summary>
    public string EpochsPath => Path.Combine(folder, "epochs");

    /// <summary>Removes what an earlier run left, so that it can never be taken for this one's.</summary>
    public void Clear()
    {
        if (Exists) File.Delete(StatePath);
        if (Directory.Exists(_last)) Directory.Delete(_last, recursive: true);
        if (Directory.Exists(EpochsPath)) Directory.Delete(EpochsPath, recursive: true);
        if (File.Exists(BestPath)) File.Delete(BestPath);
    }

    /// <summary>Writes <c>last/</c>.</summary>
    /// <param name="checkpoint">The newest epoch.</param>
    /// <param name="before">The epochs before it, from 1 on.</param>
    /// <param name="newest">The newest epoch's figures.</param>
    public void Write(Checkpoint checkpoint, IReadOnlyList<EpochEnded> before, EpochEnded newest)
    {
        Directory.CreateDirectory(_last);
        Safetensors.Save(Path.Combine(_last, checkpoint.State.Tensors), checkpoint.ToTensors());
        _history.Append(before, newest);
        AtomicFile.Write(StatePath, file => JsonSerializer.Serialize(file, checkpoint.State, CheckpointJson.Default.CheckpointState));
        _history.Commit();
        foreach (string file in Directory.EnumerateFiles(_last, "epoch-*"))
        {
            if (Path.GetFileName(file) != checkpoint.State.Tensors) File.Delete(file);
        }
    }

    /// <summary>Writes <c>best.safetensors</c>; the keys are the module's own.</summary>
    public void WriteBest(WeightSnapshot weights, IReadOnlyDictionary<string, string> metadata) => WriteWeights(BestPath, weights, metadata);

    /// <summary>Writes the weights of one epoch beside those of the others.</summary>
    public void WriteEpoch(WeightSnapshot weights, IReadOnlyDictionary<string, string> metadata) =>
        WriteWeights(Path.Combine(EpochsPath, TensorFileOf(weights.Epoch)), weights, metadata);

    /// <summary>Reads <c>last/</c> but for its history; its tensors belong to the caller's dispose scope.</summary>
    public Checkpoint Read() => Readable(() =>
    {
        CheckpointState state = JsonSerializer.Deserialize(File.ReadAllBytes(StatePath), CheckpointJson.Default.CheckpointState)
            ?? throw new JsonException("it holds null");
        if (state.Schema is < CheckpointState.OldestSchema or > CheckpointState.NewestSchema)
            throw Unusable($"expected schema {CheckpointState.OldestSchema} to {CheckpointState.NewestSchema}, got {state.Schema}. It was written by another version");
        return Checkpoint.Of(state, Safetensors.Load(Path.Combine(_last, Path.GetFileName(state.Tensors))));
    });

    /// <summary>Reads the epochs up to that of a checkpoint, from 1 on.</summary>
    public IReadOnlyList<EpochRow> ReadHistory(CheckpointState state) => Readable(() => state switch
    {
        { Schema: > CheckpointState.OldestSchema } => _history.Read(state.Epoch),
        { History.IsDefaultOrEmpty: false } => state.History,
        _ => throw new JsonException("it has no history"),
    });

    private T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            throw Unusable(problem.Message.TrimEnd('.'), problem);
        }
    }

    /// <summary>The best weights, or null if the file is missing or of another epoch.</summary>
    public WeightSnapshot? ReadBest(int epoch)
    {
        if (!File.Exists(BestPath)) return null;
        using SafetensorsFile file = Safetensors.Open(BestPath);
        return file.Metadata.TryGetValue(EpochKey, out string? text) && text == epoch.ToString(CultureInfo.InvariantCulture)
            ? WeightSnapshot.From(epoch, file.ReadAll())
            : null;
    }

    private static void WriteWeights(string path, WeightSnapshot weights, IReadOnlyDictionary<string, string> metadata)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var all = new Dictionary<string, string>(metadata) { [EpochKey] = weights.Epoch.ToString(CultureInfo.InvariantCulture) };
        Safetensors.Save(path, weights.Tensors, all);
    }

    /// <summary>The error of a checkpoint that cannot be continued.</summary>
    public CheckpointException Unusable(string problem, Exception? inner = null) =>
        new($"Resume from {StatePath}: {problem}. Train it anew without resuming.", inner);
}
