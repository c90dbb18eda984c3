namespace Notebooks.Tests;

/// <summary>Where things lie in this checkout.</summary>
internal static class Repository
{
    /// <summary>The folder of Notebook.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The notebook that run.sh executes.</summary>
    public static string FirstLight => Path.Combine(Root, "notebooks", "01-first-light.ipynb");

    /// <summary>The README whose snippets are executed.</summary>
    public static string Readme => Path.Combine(Root, "README.md");

    /// <summary>Where .ci/setup.sh puts plotly.js; charts do without it.</summary>
    public static string Plotly => Path.Combine(Root, "artifacts", "plotly", "plotly.min.js");

    /// <summary>Where .ci/setup.sh puts the page made of JupyterLab's packages.</summary>
    public static string LabPage => Path.Combine(Root, "artifacts", "jupyterlab", "built");

    /// <summary>The <c>kiln</c> tool of the same configuration as this test.</summary>
    public static string KilnTool
    {
        get
        {
            var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            return Path.Combine(Root, "artifacts", "bin", "Kiln.Kernel", configuration, "kiln");
        }
    }

    /// <summary>A folder under artifacts/, created.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The path.</returns>
    public static string Artifacts(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Notebook.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
