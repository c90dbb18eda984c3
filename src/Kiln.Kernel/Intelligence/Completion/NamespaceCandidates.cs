namespace Kiln.Kernel;

/// <summary>What a namespace holds.</summary>
internal static class NamespaceCandidates
{
    /// <param name="sketch">The code.</param>
    /// <param name="space">The namespace; the root for an empty name.</param>
    /// <param name="withTypes">Whether types are wanted, too.</param>
    public static IEnumerable<Candidate> Of(Sketch sketch, string space, bool withTypes)
    {
        var inner = sketch.Types.Below(space).Select(name => Candidate.OfNamespace(name, space));
        return withTypes ? inner.Concat(sketch.Types.In(space).Select(Candidate.Of)) : inner;
    }
}
