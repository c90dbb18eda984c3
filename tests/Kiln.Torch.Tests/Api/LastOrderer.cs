using Kiln.Torch.Tests.Api;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LastOrderer))]

namespace Kiln.Torch.Tests.Api;

/// <summary>Runs the collection that looks back on the others after them.</summary>
public sealed class LastOrderer : ITestCollectionOrderer
{
    /// <summary>The name of the collection that comes last.</summary>
    public const string Last = "Looks back on every other test";

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderBy(collection => collection.TestCollectionDisplayName == Last)];
}
