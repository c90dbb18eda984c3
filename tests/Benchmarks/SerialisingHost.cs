using System.Globalization;
using System.Text.Json;
using Kiln.Notebooks;

namespace Benchmarks;

/// <summary>Does what the kernel does with a bundle but for sending it.</summary>
internal sealed class SerialisingHost : INotebookHost
{
    public int Updates { get; private set; }

    public CancellationToken Interrupted => CancellationToken.None;

    public string Display(MimeBundle bundle)
    {
        Update("", bundle);
        return Updates.ToString(CultureInfo.InvariantCulture);
    }

    public void Update(string displayId, MimeBundle bundle)
    {
        JsonSerializer.SerializeToUtf8Bytes(bundle.Data);
        Updates++;
    }

    public Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default) => Task.FromResult(new Evaluation(null, []));

    public Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default) => EvaluateAsync(code, cancellationToken);

    public bool TryGetVariable(string name, out object? value)
    {
        value = null;
        return false;
    }
}
