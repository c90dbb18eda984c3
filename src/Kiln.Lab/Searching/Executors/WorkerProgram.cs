namespace Kiln;

/// <summary>The program that takes part in searches of this one, in processes of its own: <c>kiln worker</c>.</summary>
/// <param name="Path">Path of the program.</param>
/// <param name="Arguments">Its first arguments; those that say which study follow.</param>
public sealed record WorkerProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>What a worker on this machine is told first, as a line on its standard input; null (default) for an empty one.</summary>
    public Func<string>? Greeting { get; init; }
}
