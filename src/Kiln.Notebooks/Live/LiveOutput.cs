namespace Kiln.Notebooks;

/// <summary>One output of a cell that is redrawn in place, at most once in an interval, and never cleared.</summary>
internal sealed class LiveOutput(INotebookHost host, TimeProvider time, TimeSpan interval)
{
    private string? _id;
    private long _drawnAt;
    private MimeBundle? _last;

    /// <summary>Draws the newest state, unless the interval since the last drawing has not passed.</summary>
    public void Offer(Func<MimeBundle> draw)
    {
        if (_id is not null && time.GetElapsedTime(_drawnAt) < interval) return;
        Draw(draw());
    }

    /// <summary>Draws at once: the final state, or a first one that others must follow.</summary>
    public void Draw(MimeBundle bundle)
    {
        _drawnAt = time.GetTimestamp();
        if (_id is null) _id = host.Display(bundle);
        else if (!Same(bundle)) host.Update(_id, bundle);
        _last = bundle;
    }

    private bool Same(MimeBundle bundle) =>
        _last is not null && _last.Data.Count == bundle.Data.Count
        && bundle.Data.All(form => _last.Data.TryGetValue(form.Key, out var content) && content == form.Value);
}
