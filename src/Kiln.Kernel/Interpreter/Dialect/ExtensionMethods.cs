using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>Static classes with extension methods, as they stand in every C# file.</summary>
/// <remarks>
/// A class of a cell is nested in the cell's own class, where C# allows no extension methods; at the top of a cell it allows them.
/// So each gets a twin there that calls it, behind the class's last line: no line moves.
/// </remarks>
internal static class ExtensionMethods
{
    /// <summary>Adds the twins.</summary>
    /// <param name="code">The cell's C#.</param>
    public static string Lift(string code)
    {
        if (!code.Contains("static", StringComparison.Ordinal) || !code.Contains("(this ", StringComparison.Ordinal)) return code;
        var changes = CellSyntax.Parse(code).GetCompilationUnitRoot().Members.OfType<ClassDeclarationSyntax>().SelectMany(Changes).ToList();
        return changes.Count == 0 ? code : SourceText.From(code).WithChanges(changes).ToString();
    }

    private static IEnumerable<TextChange> Changes(ClassDeclarationSyntax type)
    {
        var methods = type.Members.OfType<MethodDeclarationSyntax>().Where(CanBeCalled).ToList();
        foreach (var method in methods) yield return new TextChange(This(method).Span, "    ");
        if (methods.Count > 0) yield return new TextChange(new TextSpan(type.Span.End, 0), string.Concat(methods.Select(method => Twin(type, method))));
    }

    private static bool CanBeCalled(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword)
        && (method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Modifiers.Any(SyntaxKind.InternalKeyword))
        && method.ReturnType is not RefTypeSyntax;

    private static SyntaxToken This(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters[0].Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ThisKeyword));

    private static string Twin(ClassDeclarationSyntax type, MethodDeclarationSyntax method)
    {
        var generic = method.TypeParameterList is { } parameters ? $"<{string.Join(", ", parameters.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";
        var arguments = string.Join(", ", method.ParameterList.Parameters.Select(Argument));
        var head = $"{method.ReturnType} {method.Identifier}{generic}{method.ParameterList} {method.ConstraintClauses}";
        return $" static {head} => {type.Identifier}.{method.Identifier}{generic}({arguments});".ReplaceLineEndings(" ");
    }

    private static string Argument(ParameterSyntax parameter)
    {
        var modifier = parameter.Modifiers.FirstOrDefault(token => token.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        return modifier == default ? parameter.Identifier.Text : $"{modifier.Text} {parameter.Identifier}";
    }
}
