using System.CommandLine;

namespace Kiln.Kernel;

/// <summary>A command of the tool, with lines that one may type.</summary>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>What <c>-h</c> shows after the options: a line to type, and behind <c>#</c> what it does.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
