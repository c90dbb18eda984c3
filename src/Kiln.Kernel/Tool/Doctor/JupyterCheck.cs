namespace Kiln.Kernel;

/// <summary>Whether Jupyter is there and knows the kernel.</summary>
internal static class JupyterCheck
{
    /// <param name="jupyter">The program, or null where it was not found.</param>
    /// <param name="dataFolders">Where Jupyter looks, in its order.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Run(string? jupyter, IReadOnlyList<string> dataFolders, Findings findings)
    {
        findings.Add("Jupyter", jupyter ?? "not on the PATH", jupyter is null ? "Jupyter is not on the PATH. Install it: pip install notebook, or apt install jupyter-notebook." : null);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in dataFolders.SelectMany(folder => new KernelSpecs(folder).List()))
        {
            // A kernelspec hides those of the same name in later folders.
            if (!seen.Add(spec.Name)) continue;
            if (spec.IsOfKiln) findings.Add($"kernelspec {spec.Name}", $"{spec.Folder}, starts {spec.Program}", Problem(spec));
            else if (spec.Name == KernelSpec.NameOfDotNetInteractive) findings.Add($"kernelspec {spec.Name}", $"{spec.Folder}, another program's");
        }
        if (!findings.Facts.Any(fact => fact.Value.Contains(", starts ", StringComparison.Ordinal)))
            findings.Add("kernelspec kiln", "none", "Jupyter does not know the kernel yet. Type: kiln install");
    }

    private static string? Problem(InstalledSpec spec) => Path.IsPathRooted(spec.Program) && !File.Exists(spec.Program)
        ? $"The kernelspec {spec.Name} starts {spec.Program}, which is not there any more. Type: kiln install"
        : null;
}
