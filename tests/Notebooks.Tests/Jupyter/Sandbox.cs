using System.Globalization;

namespace Notebooks.Tests;

/// <summary>A temporary folder with a Jupyter of its own: nothing of the user's configuration is read or changed.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>Debian's Jupyter; another may stand first on PATH.</summary>
    public const string Jupyter = "/usr/bin/jupyter";

    /// <summary>Debian's Python, which has jupyter_client and nbclient.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromSeconds(60);

    private Sandbox(string folder) => Folder = folder;

    /// <summary>The folder of everything.</summary>
    public string Folder { get; }

    /// <summary>The folder of notebooks, where kernels work and <c>.kiln</c> arises.</summary>
    public string Work => Path.Combine(Folder, "work");

    /// <summary>The run store of notebooks in <see cref="Work"/>.</summary>
    public string KilnHome => Path.Combine(Work, ".kiln");

    /// <summary>What a program started here gets in its environment, null for what it must not see; a test may add to it.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>Creates the folder and installs the kernelspec <c>kiln</c> into it.</summary>
    public static async Task<Sandbox> CreateAsync()
    {
        Assert.SkipUnless(File.Exists(Jupyter), $"{Jupyter} is missing: apt-get install jupyter-notebook python3-nbclient.");
        var sandbox = new Sandbox(Directory.CreateTempSubdirectory("kiln-proof-").FullName);
        Directory.CreateDirectory(sandbox.Work);
        sandbox.SetEnvironment();
        var (code, output) = await ChildProcess.RunAsync(Repository.KilnTool, ["install", "--prefix", sandbox.Prefix, .. Plotly], sandbox.Work, sandbox.Environment, InstallLimit);
        Assert.True(code == 0, string.Create(CultureInfo.InvariantCulture, $"kiln install ended with {code}:\n{output}"));
        return sandbox;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // As setup does it: Jupyter serves plotly.js beside the kernelspec, where there is one.
    private static string[] Plotly => File.Exists(Repository.Plotly) ? ["--resource", Repository.Plotly] : [];

    private string Prefix => Path.Combine(Folder, "prefix");

    private void SetEnvironment()
    {
        Environment["JUPYTER_PATH"] = Path.Combine(Prefix, "share", "jupyter");
        Environment["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data");
        Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime");
        Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config");
        Environment["IPYTHONDIR"] = Path.Combine(Folder, "ipython");
        Environment["OMP_NUM_THREADS"] = "1";
        Environment["KILN_HOME"] = null;
        Environment["KILN_DATA"] = null;
    }
}
