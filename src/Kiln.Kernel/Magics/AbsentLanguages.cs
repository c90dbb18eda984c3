using System.Collections.Immutable;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of a language that is not here: what notebooks write behind its name, so that the answer is about the language.</summary>
internal sealed record AbsentLanguageOptions
{
    [Argument("WORD", "anything", Required = false)]
    public ImmutableArray<string> Words { get; init; } = [];

    [Option("name of a result")]
    public string? Name { get; init; }
}

/// <summary>Languages that .NET Interactive had and Kiln has not: each says what to do instead.</summary>
internal static class AbsentLanguages
{
    private const string Rewrite = "Write the cell in C#, or make it a Markdown cell to keep its text.";

    public static IReadOnlyList<Command> List { get; } =
    [
        new AbsentLanguage("#!fsharp", ["#!f#", "#!F#"], "F#", Rewrite),
        new AbsentLanguage("#!pwsh", ["#!powershell"], "PowerShell",
            "From C#, System.Diagnostics.Process.Start(\"ls\", \"-l\").WaitForExit(); runs a program and shows what it prints."),
        new AbsentLanguage("#!sql", ["#!mssql", "#!sqlite", "#!postgres"], "SQL",
            "Query from C# with the database's package: #r \"nuget: Microsoft.Data.Sqlite\", \"nuget: Npgsql\" or \"nuget: Microsoft.Data.SqlClient\"."),
        new AbsentLanguage("#!kql", ["#!kusto"], "KQL", "Query from C# with #r \"nuget: Microsoft.Azure.Kusto.Data\"."),
        new AbsentLanguage("#!python", ["#!py", "#!r", "#!R", "#!julia"], "Python, R or Julia", "Open a notebook with that language's own kernel, or write the cell in C#."),
        new AbsentLanguage("#!http", [], "HTTP request files", "From C#, await new HttpClient().GetStringAsync(\"https://…\") asks a server."),
    ];

    private sealed class AbsentLanguage(string name, IReadOnlyList<string> aliases, string language, string remedy) : KernelMagic<AbsentLanguageOptions>
    {
        public override string Name => name;

        public override IReadOnlyList<string> Aliases => aliases;

        public override string Summary => $"this kernel runs C#, not {language}";

        public override bool TakesBody => true;

        public override bool IsLanguage => true;

        public override bool IsListed => false;

        public override IReadOnlyList<string> Examples => [];

        protected override Task RunAsync(AbsentLanguageOptions options, MagicContext context, CellHost host) =>
            throw new MagicException($"{context.Line.Name}: this kernel runs C#, not {language}. {remedy}");
    }
}
