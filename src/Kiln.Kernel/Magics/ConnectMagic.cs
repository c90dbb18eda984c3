using System.Collections.Immutable;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of <c>#!connect</c>: whatever .NET Interactive took, to answer with the remedy instead of a wrong option.</summary>
internal sealed record ConnectOptions
{
    [Argument("KIND", "what to connect to, and how", Required = false)]
    public ImmutableArray<string> Words { get; init; } = [];

    [Option("name of the new kernel")]
    public string? KernelName { get; init; }

    [Option("address of a cluster")]
    public string? Cluster { get; init; }

    [Option("name of a database")]
    public string? Database { get; init; }

    [Option("name of a kernelspec")]
    public string? KernelSpec { get; init; }

    [Option("make classes of the tables")]
    public bool CreateDbContext { get; init; }
}

/// <summary><c>#!connect</c>: what to do instead of adding a kernel.</summary>
internal sealed class ConnectMagic : KernelMagic<ConnectOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!connect";

    /// <inheritdoc/>
    public override string Summary => "says how to reach a database from C#; other kernels cannot be added to this one";

    /// <inheritdoc/>
    public override bool IsListed => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(ConnectOptions options, MagicContext context, CellHost host) => throw new MagicException(
        $"#!connect{(options.Words is [var kind, ..] ? " " + kind : "")}: Kiln is one C# kernel, to which no other can be added. "
        + options.Words.FirstOrDefault() switch
        {
            "jupyter" or "signalr" or "stdio" => "Open a notebook with that kernel instead.",
            _ => "Query from C# with the database's package, for example #r \"nuget: Microsoft.Data.Sqlite\", \"nuget: Npgsql\" or \"nuget: Microsoft.Data.SqlClient\".",
        });
}
