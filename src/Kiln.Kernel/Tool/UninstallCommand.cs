using System.CommandLine;

namespace Kiln.Kernel;

/// <summary><c>kiln uninstall</c>: takes back what <c>kiln install</c> wrote, and nothing else.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var where = new SpecOptions();
        var name = new Option<string>("--name") { Description = "Only the kernelspec of this name; all that Kiln wrote otherwise.", HelpName = "NAME" };
        var command = new ToolCommand(
            "uninstall",
            "Removes Kiln's kernelspecs; those of other programs stay.",
            "kiln uninstall                          # what kiln install wrote in your home folder",
            "kiln uninstall --name .net-csharp       # .NET Interactive's notebooks no longer open with Kiln")
        {
            name, where.User, where.Prefix,
        };
        command.SetAction(line => Run(new KernelSpecs(where.DataFolder(line)), line.GetValue(name), line.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(KernelSpecs specs, string? name, TextWriter output)
    {
        var found = specs.List().Where(spec => name is null ? spec.IsOfKiln : spec.Name == name).ToList();
        if (found.Find(spec => !spec.IsOfKiln) is { } other)
            throw new ToolException($"{other.Folder} was not written by Kiln. If you mean it: jupyter kernelspec remove {other.Name}");
        if (found.Count == 0)
        {
            output.WriteLine(name is null ? "There is nothing to remove: no kernelspec here is Kiln's." : $"There is nothing to remove: no kernelspec here is called {name}.");
            return;
        }
        foreach (var spec in found) output.WriteLine(Remove(spec));
    }

    private static string Remove(InstalledSpec spec)
    {
        try
        {
            return KernelSpecs.Remove(spec)
                ? $"Removed the kernelspec {spec.Name} from {spec.Folder}"
                : $"Removed the kernelspec {spec.Name}; {spec.Folder} stays, because it holds files that Kiln did not write.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{spec.Folder} cannot be removed: {e.Message.TrimEnd('.')}.");
        }
    }
}
