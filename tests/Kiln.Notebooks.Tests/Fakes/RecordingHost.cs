namespace Kiln.Notebooks.Tests;

/// <summary>A notebook that writes down what it is shown and answers with prepared values.</summary>
internal sealed class RecordingHost : INotebookHost
{
    private readonly CancellationTokenSource _interrupt = new();

    // Runs in the background show themselves from other threads.
    private readonly Lock _gate = new();

    public List<(string Id, MimeBundle Bundle)> Displays { get; } = [];

    public List<(string Id, MimeBundle Bundle)> Updates { get; } = [];

    public List<string> Evaluated { get; } = [];

    public List<string> Shared { get; } = [];

    public Dictionary<string, object?> Variables { get; } = [];

    public Func<string, Evaluation> Evaluate { get; set; } = _ => new Evaluation(null, []);

    public void Clear()
    {
        Displays.Clear();
        Updates.Clear();
    }

    public CancellationToken Interrupted => _interrupt.Token;

    public void Interrupt() => _interrupt.Cancel();

    public string Display(MimeBundle bundle)
    {
        lock (_gate)
        {
            Displays.Add(($"display-{Displays.Count + 1}", bundle));
            return Displays[^1].Id;
        }
    }

    public void Update(string displayId, MimeBundle bundle)
    {
        lock (_gate) Updates.Add((displayId, bundle));
    }

    public Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default)
    {
        Evaluated.Add(code);
        return Task.FromResult(Evaluate(code));
    }

    public Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default)
    {
        Shared.Add(code);
        return Task.FromResult(new Evaluation(null, []));
    }

    public bool TryGetVariable(string name, out object? value) => Variables.TryGetValue(name, out value);

    /// <summary>All text shown, displays in order, each in its last state.</summary>
    public string Text => string.Join("\n", Stored.Select(bundle => bundle.Data[MimeBundle.Plain]));

    /// <summary>All HTML shown, displays in order, each in its last state.</summary>
    public string Html => string.Join("\n", Stored.Select(bundle => bundle.Data.GetValueOrDefault(MimeBundle.Html, "")));

    /// <summary>What the notebook file would hold: each display in its last state.</summary>
    public IEnumerable<MimeBundle> Stored
    {
        get
        {
            lock (_gate)
                return [.. Displays.Select(display => Updates.LastOrDefault(update => update.Id == display.Id) is { Bundle: { } last } ? last : display.Bundle)];
        }
    }
}
