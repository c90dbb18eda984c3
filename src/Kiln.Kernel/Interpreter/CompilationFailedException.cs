using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>A cell that does not compile.</summary>
/// <param name="errors">The compiler's errors, with positions in the cell as typed.</param>
internal sealed class CompilationFailedException(ImmutableArray<Diagnostic> errors) : Exception(CompilerErrors.Plain(errors))
{
    public ImmutableArray<Diagnostic> Errors { get; } = errors;
}
