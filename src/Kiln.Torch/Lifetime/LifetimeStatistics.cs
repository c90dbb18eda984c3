using System.Globalization;

namespace TorchSharp;

/// <summary>What one thread did to tensors, or to packed sequences, since it started or since the last <see cref="Reset"/>.</summary>
/// <remarks>Source: TorchSharp, docs/articles/memory.md.</remarks>
/// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
public sealed class LifetimeStatistics
{
    internal LifetimeStatistics()
    {
    }

    /// <summary>How many were made while no dispose scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>How many were freed while no dispose scope owned them.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>How many were made in a dispose scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>How many were freed while a dispose scope owned them, by it or by hand.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>How many without an owner were given to a dispose scope.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>How many were taken out of dispose scopes.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>How many of those made are not freed: all that were made less all that were freed.</summary>
    public long ThreadTotalLiveCount => CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets all counts to 0.</summary>
    public void Reset() =>
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount = DisposedInScopeCount = AttachedToScopeCount = DetachedFromScopeCount = 0;

    /// <summary>All counts in one line.</summary>
    public override string ToString() => Line(
        ThreadTotalLiveCount, CreatedOutsideScopeCount, DisposedOutsideScopeCount, CreatedInScopeCount, DisposedInScopeCount, AttachedToScopeCount, DetachedFromScopeCount);

    internal static string Line(long live, long createdOutside, long disposedOutside, long createdIn, long disposedIn, long attached, long detached) =>
        string.Create(CultureInfo.InvariantCulture,
            $"ThreadTotalLiveCount: {live}; CreatedOutsideScopeCount: {createdOutside}; DisposedOutsideScopeCount: {disposedOutside}; CreatedInScopeCount: {createdIn}; DisposedInScopeCount: {disposedIn}; AttachedToScopeCount: {attached}; DetachedFromScopeCount: {detached}");
}
