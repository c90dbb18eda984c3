using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>kiln doctor</c>: what Kiln runs on, and what to mend; <c>#!doctor</c> and what lies around the kernel.</summary>
internal static class DoctorCommand
{
    public static System.CommandLine.Command Create()
    {
        var command = new ToolCommand(
            "doctor",
            "Shows what Kiln runs on here and what to mend. Ends with 0 if all is in order, with 1 if not.",
            "kiln doctor");
        command.SetAction(line => Run(line.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(TextWriter output)
    {
        var workspace = LabWorkspace.Current;
        var machine = MachineFacts.Read(workspace, typeof(DoctorCommand));
        var findings = new Findings();
        foreach (var (name, value) in machine.Rows) findings.Add(name, value);
        JupyterCheck.Run(JupyterFolders.Program(), JupyterFolders.All(), findings);
        PackagesCheck.Run(findings);
        findings.Mend(FolderCheck.Problem(workspace.Folder, "Start in another folder, or set KILN_HOME."));
        List<string> problems = [.. machine.Problems, .. findings.Problems];
        output.WriteLine(problems.Count == 0 ? "Everything is in order." : "To mend:");
        foreach (var problem in problems) output.WriteLine($"  - {problem}");
        output.WriteLine();
        var width = findings.Facts.Max(fact => fact.Name.Length);
        foreach (var (name, value) in findings.Facts) output.WriteLine($"{name.PadRight(width)}  {value}");
        return problems.Count == 0 ? 0 : 1;
    }
}
