namespace Kiln.Notebooks;

/// <summary>What a magic may ask of the notebook it runs in.</summary>
/// <remarks>
/// Implemented by Kiln's own kernel, by the .NET Interactive extension and by the recording host of the tests.
/// A host is bound to one running cell: displays it makes belong to that cell, also after the cell has ended.
/// </remarks>
public interface INotebookHost
{
    /// <summary>Cancelled when the user interrupts the running cell.</summary>
    CancellationToken Interrupted { get; }

    /// <summary>Whether somebody sees what is shown. Where nobody does, as in a worker of a search, a magic need not draw it.</summary>
    bool IsLookedAt => true;

    /// <summary>Shows a bundle as new output of the cell.</summary>
    /// <returns>The display id, to be given to <see cref="Update"/>.</returns>
    string Display(MimeBundle bundle);

    /// <summary>Replaces, in place, what an earlier <see cref="Display"/> showed.</summary>
    void Update(string displayId, MimeBundle bundle);

    /// <summary>Compiles and runs C# of the cell in the session, without showing its value.</summary>
    /// <param name="code">The code; <c>#line</c> directives map it to the user's lines.</param>
    /// <param name="cancellationToken">Stops the code as an interrupt of the cell would.</param>
    /// <returns>The value of the last expression, and the session variables that the code reads.</returns>
    /// <exception cref="CellCodeException">The code does not compile; the message names line, error and remedy.</exception>
    Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Runs C# as a cell of its own whose declarations stay and count as shared: code that uses them stays replayable.</summary>
    /// <param name="code">The code; <c>#line</c> directives map it to the user's lines.</param>
    /// <param name="cancellationToken">Stops the code as an interrupt of the cell would.</param>
    /// <returns>The value of the last expression, and what the shared code itself captures.</returns>
    /// <exception cref="CellCodeException">The code does not compile; the message names line, error and remedy.</exception>
    Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Finds a variable of the session by name.</summary>
    bool TryGetVariable(string name, out object? value);
}

/// <summary>What <see cref="INotebookHost.EvaluateAsync"/> found.</summary>
/// <param name="Value">The value of the last expression, or null.</param>
/// <param name="Captures">
/// Names of the session's variables, functions and types that the code uses, other than constants and what <c>#!shared</c> cells declare;
/// empty for replayable code.
/// </param>
public sealed record Evaluation(object? Value, IReadOnlyList<string> Captures);

/// <summary>The user's C# in a magic's body does not compile.</summary>
public sealed class CellCodeException(string message) : Exception(message);
