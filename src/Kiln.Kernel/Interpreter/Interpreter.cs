using System.Collections.Immutable;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>C# with magics: the session's cells, and what is known of them.</summary>
internal sealed class Interpreter
{
    // Those of .NET Interactive, then Kiln's own.
    private static readonly ImmutableArray<string> Usings =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.Kernel",
        "Kiln", "Kiln.Training",
    ];

    /// <param name="packageFolder">Where restored packages are remembered.</param>
    /// <param name="sourceOf">The code of a cell by its name, or null.</param>
    /// <param name="images">Compiled expressions that this process was given; null for none.</param>
    public Interpreter(string packageFolder, Func<string, string?>? sourceOf = null, CellImages? images = null)
    {
        var references = References.Default();
        var magics = CommandTable.Default.With(KernelMagics.List);
        Chain = new SubmissionChain(references, Usings) { Images = images ?? new() };
        Program = new CellProgram(Chain, new Directives(Chain, references, new PackageRestore(packageFolder)), magics);
        Intelligence = new CodeIntelligence(Chain, references, magics, sourceOf ?? (_ => null));
    }

    public SubmissionChain Chain { get; }

    public CellProgram Program { get; }

    /// <summary>Answers what a front end asks about code while it is typed.</summary>
    public CodeIntelligence Intelligence { get; }

    /// <summary>Takes the first use out of the user's first question.</summary>
    public void WarmUp() => Intelligence.WarmUp();
}
