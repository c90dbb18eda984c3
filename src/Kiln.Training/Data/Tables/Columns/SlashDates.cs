using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Training;

/// <summary>Dates such as 03/31/2024: day and month are told apart by the whole column, because one cell often cannot tell.</summary>
internal static partial class SlashDates
{
    /// <summary>Tells the column the days since 1970 of its texts, if all of them are such dates.</summary>
    /// <exception cref="DataException">No text of the column tells day from month.</exception>
    public static bool Read(TextColumn column, TextTable table)
    {
        if (!column.HasCodes || column.WordCount != column.Filled) return false;
        var parts = column.Texts.ConvertAll(text => Form().Match(text));
        if (!parts.TrueForAll(match => match.Success)) return false;
        bool dayFirst = parts.Exists(match => Part(match, 1) > 12);
        bool monthFirst = parts.Exists(match => Part(match, 2) > 12);
        if (dayFirst == monthFirst)
        {
            throw new DataException($"{table.Place}: column '{column.Name}' holds dates such as {column.Texts[0]}, in which day and month cannot be told apart. "
                + $"Write them as 2024-03-31, or leave the column out with --drop \"{column.Name}\".");
        }
        string form = dayFirst ? "d/M/yyyy" : "M/d/yyyy";
        column.DaysOfCode = [.. column.Texts.Select(text => Days(text, form, column, table))];
        return true;
    }

    private static float Days(string text, string form, TextColumn column, TextTable table) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? (float)(date - DateTime.UnixEpoch).TotalDays
            : throw new DataException($"{table.Place}: column '{column.Name}' has {text}, which is no date of the form {form} as the others are. Correct the cell.");

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/\d{4}$")]
    private static partial Regex Form();
}
