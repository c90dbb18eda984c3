namespace Kiln.Runs;

/// <summary>The parameters of a query, each with a name of its own.</summary>
internal sealed class QueryValues(DateTimeOffset now)
{
    private readonly List<(string Name, object? Value)> _all = [];

    /// <summary>All of them.</summary>
    public (string Name, object? Value)[] All => [.. _all];

    /// <summary>When the question is asked: a process that has been silent for too long by then is gone.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Adds a value.</summary>
    /// <returns>What stands for it in the query's text.</returns>
    public string Add(object value)
    {
        var name = $"v{_all.Count}";
        _all.Add((name, value));
        return "@" + name;
    }
}
