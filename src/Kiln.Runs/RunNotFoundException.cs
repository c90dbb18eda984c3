using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>No run, or more than one, answers to what was asked for.</summary>
public sealed class RunNotFoundException : Exception
{
    internal RunNotFoundException(string key, string message, ImmutableArray<string> nearest)
        : base(message)
    {
        Key = key;
        Nearest = nearest;
    }

    /// <summary>What was asked for.</summary>
    public string Key { get; }

    /// <summary>Names and ids of runs that come nearest to it, the nearest first.</summary>
    public ImmutableArray<string> Nearest { get; }
}
