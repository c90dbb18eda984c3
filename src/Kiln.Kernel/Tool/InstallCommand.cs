using System.CommandLine;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary><c>kiln install</c>: makes Jupyter know the kernel.</summary>
internal static partial class InstallCommand
{
    public static Command Create()
    {
        var where = new SpecOptions();
        var name = new Option<string>("--name") { Description = "The kernelspec's name, which notebooks ask for.", HelpName = "NAME", DefaultValueFactory = _ => KernelSpec.OwnName };
        var display = new Option<string>("--display-name") { Description = "What Jupyter's menus show.", HelpName = "TEXT", DefaultValueFactory = _ => "Kiln (C#)" };
        var resource = new Option<string[]>("--resource") { Description = "A file that Jupyter serves to the browser, such as plotly.min.js.", HelpName = "FILE" };
        var replace = new Option<bool>("--replace-dotnet") { Description = "Also opens notebooks of .NET Interactive (kernelspec .net-csharp)." };
        var command = new ToolCommand(
            "install",
            "Makes Jupyter know the kernel.",
            "kiln install                            # for you, in your home folder",
            "kiln install --prefix \"$VIRTUAL_ENV\"     # for one Python environment",
            "kiln install --replace-dotnet           # notebooks of .NET Interactive open with Kiln")
        {
            name, display, where.User, where.Prefix, resource, replace,
        };
        command.SetAction(line =>
        {
            var spec = new KernelSpec { Name = line.GetValue(name)!, DisplayName = line.GetValue(display)!, Resources = line.GetValue(resource) ?? [] };
            Run(where.DataFolder(line), spec, line.GetValue(replace), line.InvocationConfiguration.Output);
        });
        return command;
    }

    private static void Run(string dataFolder, KernelSpec spec, bool replaceDotNet, TextWriter output)
    {
        List<KernelSpec> wanted = [spec];
        if (replaceDotNet) wanted.Add(spec with { Name = KernelSpec.NameOfDotNetInteractive, DisplayName = ".NET (C#, Kiln)" });
        var specs = new KernelSpecs(dataFolder);
        // All is checked before anything is written.
        foreach (var one in wanted) Check(one, specs);
        foreach (var one in wanted) output.WriteLine($"Installed \"{one.DisplayName}\" (kernelspec {one.Name}) in {Write(one, specs)}");
        output.WriteLine($"Jupyter will start {string.Join(' ', spec.Command)}; if you move that, install again.");
        output.WriteLine(Next(spec));
        if (!replaceDotNet) output.WriteLine("Notebooks of .NET Interactive open with it after: kiln install --replace-dotnet");
    }

    private static void Check(KernelSpec spec, KernelSpecs specs)
    {
        // https://jupyter-client.readthedocs.io/en/stable/kernels.html: ASCII letters, digits, and . - _ in kernelspecs' names.
        if (!NamePattern().IsMatch(spec.Name)) throw new ToolException($"--name: expected letters, digits, '.', '-' and '_', got '{spec.Name}'.");
        foreach (var file in spec.Resources)
            if (!File.Exists(file)) throw new ToolException($"--resource: there is no file {file}.");
        if (specs.Find(spec.Name) is { IsOfKiln: false } other)
            throw new ToolException($"{other.Folder} holds the kernelspec of another program (\"{other.DisplayName}\"), which is left alone. To give Kiln its place: jupyter kernelspec remove {spec.Name}, then install again.");
    }

    private static string Write(KernelSpec spec, KernelSpecs specs)
    {
        try
        {
            return specs.Write(spec);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"the kernelspec cannot be written: {e.Message.TrimEnd('.')}. Choose a folder that you may write to: --user, or --prefix DIR.");
        }
    }

    private static string Next(KernelSpec spec) => JupyterFolders.Program() is null
        ? "Jupyter is not on the PATH. Install it (pip install notebook, or apt install jupyter-notebook), then: jupyter notebook"
        : $"Next: jupyter notebook, then New > {spec.DisplayName}. kiln doctor checks the rest.";

    [GeneratedRegex(@"^[a-zA-Z0-9._-]+\z")]
    private static partial Regex NamePattern();
}
