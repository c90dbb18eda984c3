using System.CommandLine;

namespace Kiln.Kernel;

/// <summary>The options that say where a kernelspec goes, which installing and uninstalling share.</summary>
internal sealed class SpecOptions
{
    public Option<bool> User { get; } = new("--user") { Description = "In your home folder, for you alone. This is the default." };

    public Option<string> Prefix { get; } = new("--prefix")
    {
        Description = "Below this folder, such as that of a Python environment.",
        HelpName = "DIR",
    };

    /// <summary>The Jupyter data folder that a line names.</summary>
    /// <exception cref="ToolException">The line names two.</exception>
    public string DataFolder(ParseResult line)
    {
        var prefix = line.GetValue(Prefix);
        if (prefix is not null && line.GetValue(User)) throw new ToolException("--user and --prefix name two places. Give one of them.");
        return prefix is null ? JupyterFolders.OfUser() : JupyterFolders.OfPrefix(prefix);
    }
}
