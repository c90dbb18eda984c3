namespace Kiln.Torch.Generator.Members;

/// <summary>A mistake in a table of members.</summary>
/// <param name="file">The table.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="message">What is wrong and how to mend it.</param>
internal sealed class TableException(string file, int line, string message) : Exception(message)
{
    /// <summary>The message in the form that MSBuild shows as an error of that file.</summary>
    public override string ToString() => $"{file}({line}): error KILN0001: {Message}";
}
