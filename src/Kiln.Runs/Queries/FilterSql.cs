using System.Data.Common;
using System.Globalization;

namespace Kiln.Runs;

/// <summary>A question about runs as a condition of a query: names become columns that we know, values become parameters.</summary>
/// <remarks>A run without a value of that name fits no comparison, not even !=; <c>not</c> takes what the comparison leaves.</remarks>
internal sealed class FilterSql(DbConnection connection, QueryValues values, string text)
{
    /// <summary>The condition.</summary>
    /// <exception cref="RunFilterException">It cannot be read, or asks for what no run has.</exception>
    public static string Of(DbConnection connection, QueryValues values, string text) =>
        new FilterSql(connection, values, text).Of(FilterParser.Parse(text));

    private string Of(FilterNode node) => node switch
    {
        FilterPair pair => $"({Of(pair.Left)} {(pair.IsAnd ? "AND" : "OR")} {Of(pair.Right)})",
        FilterNot not => $"NOT coalesce({Of(not.Inner)}, FALSE)",
        FilterComparison comparison => Of(comparison),
        _ => throw new InvalidOperationException("A question has no other parts."),
    };

    private string Of(FilterComparison comparison)
    {
        if (RunFields.Find(comparison.Name.Text) is not { } field)
            return OfValue(comparison);
        if (field == RunFields.Tag)
            return OfTag(comparison);
        if (field == RunFields.Status)
            return Compared(StatusColumn.Sql(connection, values), comparison, Status(comparison.Value));
        return Compared(field.Column, comparison, field.IsNumber ? Number(comparison) : comparison.Value.Text);
    }

    private string OfTag(FilterComparison comparison)
    {
        var isNot = comparison.Operator.Text is "!=" or "<>" or "!~";
        var compared = comparison.Operator.Text is "~" or "!~" ? Like("t.tag", comparison.Value.Text) : $"t.tag = {values.Add(comparison.Value.Text)}";
        if (comparison.Operator.Text.AsSpan().ContainsAny('<', '>') && !isNot)
            throw Wrong(comparison.Operator, "Tags have no order: use = or !=, or ~ for a part of one.");
        return $"{(isNot ? "NOT " : "")}EXISTS (SELECT 1 FROM run_tags t WHERE t.run = runs.key AND {compared})";
    }

    /// <summary>A hyperparameter or training option, else a metric: lr is what was asked for, last.lr the rate of the last epoch.</summary>
    private string OfValue(FilterComparison comparison)
    {
        if (ValueColumns.Parameter(connection, comparison.Name.Text) is { } parameter)
            return $"runs.key IN (SELECT p.run FROM run_parameters p WHERE p.name = {values.Add(parameter)} AND {OfParameter(comparison)})";
        var (column, metric) = ValueColumns.Metric(comparison.Name.Text);
        return ValueColumns.Has(connection, "metric", metric)
            ? $"runs.key IN (SELECT m.run FROM run_metrics m WHERE m.name = {values.Add(metric)} AND {Compared("m." + column, comparison, Number(comparison))})"
            : throw UnknownName.In(connection, text, comparison.Name.Text, comparison.Name.Position);
    }

    private string OfParameter(FilterComparison comparison) =>
        comparison.Operator.Text is not ("~" or "!~") && comparison.Value.Kind == FilterTokenKind.Word && NumberOf(comparison.Value) is { } number
            ? Compared("p.number", comparison, number)
            : Compared("p.text", comparison, comparison.Value.Text);

    private string Compared(string column, FilterComparison comparison, object value) => comparison.Operator.Text switch
    {
        "~" => Like(column, (string)value),
        "!~" => "NOT " + Like(column, (string)value),
        "==" => $"{column} = {values.Add(value)}",
        "!=" => $"{column} <> {values.Add(value)}",
        // The tokens know no other ones.
        var same => $"{column} {same} {values.Add(value)}",
    };

    // Without regard to capitals: SQLite's LIKE has none, PostgreSQL's has.
    private string Like(string column, string part)
    {
        var pattern = part.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return $"lower({column}) LIKE {values.Add($"%{pattern}%")} ESCAPE '\\'";
    }

    private string Status(FilterToken value) =>
        Enum.TryParse<RunStatus>(value.Text, ignoreCase: true, out var status) && !char.IsDigit(value.Text[0])
            ? RunTable.StatusText(status)
            : throw Wrong(value, $"A run is running, finished, stopped, pruned or failed, not '{value.Text}'.");

    private double Number(FilterComparison comparison) =>
        comparison.Operator.Text is "~" or "!~" ? throw Wrong(comparison.Operator, $"~ looks for a part of a text, and {comparison.Name.Text} is a number: use = < or >.")
        : NumberOf(comparison.Value) ?? throw Wrong(comparison.Value, $"{comparison.Name.Text} is a number, so a number such as 0.01 or 1e-3 is expected, not '{comparison.Value.Text}'.");

    private static double? NumberOf(FilterToken value)
    {
        var isPercent = value.Text.EndsWith('%');
        return double.TryParse(isPercent ? value.Text[..^1] : value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? isPercent ? number / 100 : number
            : null;
    }

    private RunFilterException Wrong(FilterToken at, string problem) => new(text, at.Position, problem);
}
