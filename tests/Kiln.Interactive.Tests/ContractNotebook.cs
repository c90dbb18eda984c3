using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace Kiln.Interactive.Tests;

/// <summary>A notebook in the stand-in for .NET Interactive, with Kiln's extension loaded as from its package.</summary>
internal sealed class ContractNotebook
{
    // Reading them takes longer than most tests.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly CompositeKernel _root = new();

    public ContractNotebook() => _root.Add(CSharp);

    public static string Script { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"));

    public CSharpKernel CSharp { get; } = new(References);

    public CompositeKernel Root => _root;

    public static async Task<ContractNotebook> OpenAsync()
    {
        var notebook = new ContractNotebook();
        await notebook.LoadAsync();
        return notebook;
    }

    public async Task LoadAsync(string? script = null)
    {
        var events = await ExtensionLoader.LoadAsync(_root, script ?? Script);
        Assert.Empty(events.OfType<CommandFailed>().Select(failure => failure.Message));
        Assert.Empty(events.OfType<DisplayEvent>());
    }

    /// <summary>Runs a cell to its end, well or not.</summary>
    public async Task<ContractOutput> TryAsync(string cell, CancellationToken cancellationToken = default) =>
        new((await _root.SendAsync(new SubmitCode(cell), cancellationToken)).Events);

    /// <summary>Runs a cell that must end well.</summary>
    public async Task<ContractOutput> RunAsync(string cell)
    {
        var output = await TryAsync(cell, TestContext.Current.CancellationToken);
        Assert.Null(output.Failure);
        return output;
    }

    /// <summary>What is wrong with a cell.</summary>
    public async Task<string> RefusalAsync(string cell) => (await TryAsync(cell, TestContext.Current.CancellationToken)).Failure ?? throw new InvalidOperationException("It ended well.");

    /// <summary>The errors that an editor would underline.</summary>
    public async Task<IReadOnlyList<string>> DiagnoseAsync(string cell) =>
        [.. (await _root.SendAsync(new RequestDiagnostics(cell))).Events.OfType<DiagnosticsProduced>().SelectMany(produced => produced.Messages)];
}
