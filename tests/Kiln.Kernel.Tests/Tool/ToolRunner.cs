namespace Kiln.Kernel.Tests;

/// <summary>A home folder of its own, and the tool's commands in it.</summary>
public sealed class ToolRunner : IDisposable
{
    public ToolRunner() => Home = Directory.CreateTempSubdirectory("kiln-tool").FullName;

    public string Home { get; }

    public string DataFolder => JupyterFolders.OfPrefix(Home);

    public string Kernels => Path.Combine(DataFolder, "kernels");

    public string At(params ReadOnlySpan<string> path) => Path.Combine([Home, .. path]);

    /// <summary>Runs a command in this process.</summary>
    public static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = ToolProgram.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static string Succeed(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);
        Assert.Equal(("", 0), (error, code));
        return output;
    }

    /// <summary>Runs a command that must be refused.</summary>
    public static string Refuse(params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.Equal(1, code);
        return error;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
