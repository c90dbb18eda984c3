namespace Kiln.Kernel;

/// <summary>What a check found: facts, and what is wrong with them.</summary>
internal sealed class Findings
{
    private readonly List<(string Name, string Value)> _facts = [];
    private readonly List<string> _problems = [];

    public IReadOnlyList<(string Name, string Value)> Facts => _facts;

    /// <summary>What is wrong, each with its remedy.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Adds a fact, and what is wrong with it unless that is null.</summary>
    public void Add(string name, string value, string? problem = null)
    {
        _facts.Add((name, value));
        Mend(problem);
    }

    /// <summary>Adds what is wrong, unless that is null.</summary>
    public void Mend(string? problem)
    {
        if (problem is not null) _problems.Add(problem);
    }
}
