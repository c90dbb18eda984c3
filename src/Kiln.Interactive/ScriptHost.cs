using System.Globalization;
using Kiln.Notebooks;

namespace Kiln.Interactive;

/// <summary>A notebook whose every answer is a function of the extension's script, which knows the host's types.</summary>
public sealed class ScriptHost : INotebookHost
{
    // Runs in the background show themselves from other threads.
    private readonly Lock _gate = new();
    private readonly List<Action<MimeBundle>> _shown = [];

    /// <summary>Shows a bundle in the given forms; the result replaces it in place.</summary>
    public required Func<MimeBundle, string[], Action<MimeBundle>> Show { get; init; }

    /// <summary>Runs C# in the user's session; the result is what went wrong, or null.</summary>
    public required Func<string, Task<string?>> RunCode { get; init; }

    /// <summary>Finds a variable of the user's session by name.</summary>
    public required Func<string, (bool Found, object? Value)> Find { get; init; }

    /// <inheritdoc/>
    public required CancellationToken Interrupted { get; init; }

    /// <inheritdoc/>
    public string Display(MimeBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var update = Show(bundle, [.. bundle.Data.Keys]);
        lock (_gate)
        {
            _shown.Add(update);
            return (_shown.Count - 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, MimeBundle bundle)
    {
        Action<MimeBundle> update;
        lock (_gate) update = _shown[int.Parse(displayId, CultureInfo.InvariantCulture)];
        update(bundle);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var captures = Captures.Of(code, name => TryGetVariable(name, out _));
        using var slot = Handover.Open();
        await RunAsync(slot.Statement(code));
        return new Evaluation(slot.Value, captures);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await RunAsync(code);
        return new Evaluation(null, []);
    }

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out object? value)
    {
        (var found, value) = Find(name);
        return found;
    }

    private async Task RunAsync(string code)
    {
        if (await RunCode(code) is { } failure) throw new CellCodeException(failure);
    }
}
