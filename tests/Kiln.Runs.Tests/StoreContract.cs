namespace Kiln.Runs.Tests;

/// <summary>An empty store in a place of its own, on whichever database, with a clock that the tests set.</summary>
public abstract class StoreContract : IDisposable
{
    private protected static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private protected StoreContract(IStorePlace place)
    {
        Place = place;
        Store = place.Open(Time);
    }

    private protected IStorePlace Place { get; }

    private protected FixedTime Time { get; } = new(Noon);

    private protected RunStore Store { get; }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Store.Dispose();
        Place.Dispose();
    }
}
