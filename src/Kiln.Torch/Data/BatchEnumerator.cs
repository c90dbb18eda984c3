using System.Collections;

namespace TorchSharp;

/// <summary>Walks through a pass and frees each batch when the next is taken.</summary>
internal sealed class BatchEnumerator<S>(Func<IBatchSource<S>> start, bool disposeBatch) : IEnumerator<S>
{
    private IBatchSource<S>? _source;
    private MadeBatch<S>? _current;
    private bool _ended;

    /// <summary>Lets workers of an enumeration that nobody disposed end.</summary>
    ~BatchEnumerator() => _source?.Stop();

    public S Current => _current is { } batch ? batch.Value : default!;

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        Release();
        if (_ended) return false;
        // What fails ends the pass: a worker's error is not followed by later batches.
        _ended = true;
        _source ??= start();
        _current = _source.Take();
        _ended = _current is null;
        return !_ended;
    }

    public void Reset()
    {
        Release();
        _source?.Dispose();
        _source = null;
        _ended = false;
    }

    public void Dispose()
    {
        Reset();
        _ended = true;
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (disposeBatch) _current?.Dispose();
        _current = null;
    }
}
