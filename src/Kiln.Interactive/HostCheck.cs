using System.Reflection;

namespace Kiln.Interactive;

/// <summary>Says what a host lacks that the magics need, before the script that binds them fails to compile.</summary>
public static class HostCheck
{
    private const string Root = "Microsoft.DotNet.Interactive.";

    private static readonly (string Type, string Member)[] Needed =
    [
        ("Kernel", "AddDirective"),
        ("Kernel", "AddMiddleware"),
        ("Directives.KernelActionDirective", ".ctor"),
        ("Directives.KernelActionDirective", "Parameters"),
        ("Directives.KernelDirectiveParameter", "AddCompletions"),
        ("Commands.KernelCommand", "Parent"),
        ("Commands.SubmitCode", "Code"),
        ("KernelInvocationContext", "CancellationToken"),
        ("DisplayedValue", "Update"),
    ];

    /// <summary>Writes what is missing to the cell's output; nothing where all is there.</summary>
    /// <param name="core">The host's assembly <c>Microsoft.DotNet.Interactive</c>.</param>
    public static void Report(Assembly core)
    {
        if (Message(core) is { } message) Console.WriteLine(message);
    }

    /// <summary>What is missing, or null.</summary>
    internal static string? Message(Assembly core)
    {
        var missing = Needed.Where(need => !Has(core, need.Type, need.Member)).Select(need => $"{Root}{need.Type}.{need.Member}").ToList();
        return missing.Count == 0
            ? null
            : $"Kiln's magics cannot be bound in {core.GetName().Name} {core.GetName().Version}: it has no {string.Join(", no ", missing)}. "
                + "They need .NET Interactive of July 2024 or later (dotnet tool update -g Microsoft.dotnet-interactive), or Kiln's own kernel (dotnet tool install -g Kiln.Kernel). "
                + "The C# API works here: Lab.Data(…), Lab.Train(…), Lab.Compare(…).";
    }

    private static bool Has(Assembly core, string type, string member) =>
        core.GetType(Root + type)?.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0;
}
