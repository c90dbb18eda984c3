using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>What lies in the folders of a store's runs, read as a stranger would: from the files alone.</summary>
/// <param name="store">The <c>.kiln</c> folder.</param>
internal sealed class Checkpoints(string store)
{
    private string Runs => Path.Combine(store, "runs");

    /// <summary>The folders of all runs, oldest first.</summary>
    public IReadOnlyList<string> Folders => Directory.Exists(Runs) ? [.. Directory.EnumerateDirectories(Runs).Order(StringComparer.Ordinal)] : [];

    /// <summary>The last epoch whose checkpoint is whole, of the only run; 0 before there is one.</summary>
    public int Epoch
    {
        get
        {
            var state = Folders.Count == 0 ? null : Path.Combine(Assert.Single(Folders), "last", "state.json");
            return state is null || !File.Exists(state) ? 0 : JsonDocument.Parse(File.ReadAllText(state)).RootElement.GetProperty("Epoch").GetInt32();
        }
    }

    /// <summary>All tensors of the only run's last checkpoint: weights, optimiser, generator.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Last =>
        StoredTensor.Read(Assert.Single(Directory.EnumerateFiles(Path.Combine(Assert.Single(Folders), "last"), "*.safetensors")));

    /// <summary>The weights of the only run's best epoch.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Best => StoredTensor.Read(Path.Combine(Assert.Single(Folders), "best.safetensors"));
}
