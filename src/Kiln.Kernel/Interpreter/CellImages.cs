using System.Text.Json;

namespace Kiln.Kernel;

/// <summary>
/// Compiled expressions that a session may hand to its workers: to compile the one expression that a model is would take a worker as
/// long as all else at its start.
/// </summary>
/// <remarks>They go from process to process, by the pipe between them. No store keeps any: what is read from one are texts.</remarks>
/// <param name="received">Those that this process was given, once they have come; null for none.</param>
internal sealed class CellImages(Task<string>? received = null)
{
    private const int MostKept = 4;

    private readonly Lock _gate = new();
    private readonly List<CellImage> _kept = [];
    private IReadOnlyList<CellImage>? _received;

    /// <summary>Keeps what was compiled here, if it has no ties to the session; the newest few.</summary>
    public void Keep(string code, Submission submission)
    {
        if (CellImage.Of(code, submission) is not { } image) return;
        lock (_gate)
        {
            _kept.RemoveAll(other => other.Code == image.Code);
            _kept.Add(image);
            if (_kept.Count > MostKept) _kept.RemoveAt(0);
        }
    }

    /// <summary>What was received for an expression; null where it is to be compiled.</summary>
    public async Task<CellImage?> Find(string code)
    {
        if (received is null) return null;
        _received ??= Read(await received);
        var key = CellImage.KeyOf(code);
        return _received.FirstOrDefault(image => image.Code == key);
    }

    /// <summary>All that is kept, as one line.</summary>
    public override string ToString()
    {
        lock (_gate) return JsonSerializer.Serialize([.. _kept], CellImageJson.Default.IReadOnlyListCellImage);
    }

    private static IReadOnlyList<CellImage> Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CellImageJson.Default.IReadOnlyListCellImage) ?? [];
        }
        catch (JsonException)
        {
            // Then it is compiled here.
            return [];
        }
    }
}
