using System.Text.Json.Nodes;
using Kiln.Training;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>The cell that declares a notebook's parameters, and the one with this run's values behind it.</summary>
/// <remarks>
/// As papermill does it: the cell tagged <c>parameters</c> holds the defaults. Where a file has no tags, a first line
/// <c>// parameters</c> says the same. https://papermill.readthedocs.io/en/latest/usage-parameterize.html
/// </remarks>
internal static class ParameterCell
{
    private const string Tag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>Puts a cell with the given values behind the one with the defaults, in place of an earlier run's.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="values">Names with values as typed on the command line.</param>
    /// <exception cref="ToolException">A name is no parameter, or a value does not fit its type.</exception>
    public static void Inject(NotebookDocument document, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0) return;
        var cell = document.Cells.Find(IsParameters) ?? throw new ToolException(
            "--parameter: the notebook has no parameters. Tag the cell that declares them with 'parameters' (in Jupyter: View > Cell Toolbar > Tags), or let it start with the line: // parameters");
        var known = Declared(cell.Source);
        var lines = values.Select(value => Assignment(value.Key, value.Value, known));
        document.Cells.RemoveAll(other => other.Tags.Contains(InjectedTag));
        document.Cells.Insert(document.Cells.IndexOf(cell) + 1, new NotebookCell
        {
            Source = string.Join('\n', lines.Prepend("// Parameters of this run")),
            Metadata = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
        });
    }

    /// <summary>The variables that a cell declares.</summary>
    public static IReadOnlyList<NotebookParameter> Declared(string source)
    {
        var declarations = CellSyntax.Parse(source).GetCompilationUnitRoot().Members.Select(Declaration).OfType<(VariableDeclarationSyntax Variables, bool IsConstant)>();
        return
        [
            .. from declaration in declarations
               from variable in declaration.Variables.Variables
               where variable.Initializer is not null
               let value = variable.Initializer!.Value
               select new NotebookParameter(variable.Identifier.Text, TypeOf(declaration.Variables.Type, value), value.ToString(), declaration.IsConstant),
        ];
    }

    private static (VariableDeclarationSyntax Variables, bool IsConstant)? Declaration(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => (field.Declaration, IsConstant(field.Modifiers)),
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => (local.Declaration, IsConstant(local.Modifiers)),
        _ => null,
    };

    private static bool IsConstant(SyntaxTokenList modifiers) =>
        modifiers.Any(modifier => modifier.RawKind is (int)SyntaxKind.ConstKeyword or (int)SyntaxKind.ReadOnlyKeyword);

    private static bool IsParameters(NotebookCell cell) =>
        cell.Kind == CellKind.Code
        && (cell.Tags.Contains(Tag) || cell.Source.TrimStart().Split('\n')[0].Trim().Equals($"// {Tag}", StringComparison.OrdinalIgnoreCase));

    private static string TypeOf(TypeSyntax type, ExpressionSyntax value)
    {
        if (!type.IsVar) return type.ToString();
        if (value is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus) value = minus.Operand;
        return value is LiteralExpressionSyntax literal ? ParameterValue.TypeOf(literal.Token.Value) : "";
    }

    private static string Assignment(string name, string value, IReadOnlyList<NotebookParameter> known)
    {
        if (known.FirstOrDefault(parameter => parameter.Name == name) is { } parameter) return parameter.Assign(ParameterValue.Literal(parameter, value));
        var list = string.Join(", ", known.Select(parameter => $"{parameter.Name} = {parameter.Default}"));
        var meant = Suggestions.Nearest(name, known.Select(parameter => parameter.Name)) is { } near ? $" Did you mean {near}?" : "";
        throw new ToolException($"--parameter: the notebook has no parameter {name}.{meant} It has: {(list.Length == 0 ? "none" : list)}.");
    }
}
