using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>Tests with a run store of their own.</summary>
public abstract class StoredTests : IDisposable
{
    private readonly TemporaryStore _folder = new();

    protected StoredTests() => Store = OpenAgain();

    /// <summary>The store.</summary>
    private protected RunStore Store { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same store as another program has it.</summary>
    private protected RunStore OpenAgain() => _folder.Open();
}
