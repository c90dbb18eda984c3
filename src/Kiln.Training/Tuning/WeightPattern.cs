using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Training;

/// <summary>Names of weights with * and ?, separated by commas. A name of a layer stands for all its weights.</summary>
internal sealed class WeightPattern(string text)
{
    private readonly Regex[] _parts = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Compile)];

    public bool Matches(string name) => Array.Exists(_parts, part => part.IsMatch(name));

    private static Regex Compile(string glob)
    {
        var pattern = new StringBuilder("^");
        foreach (char letter in glob)
            pattern.Append(letter switch { '*' => ".*", '?' => ".", _ => Regex.Escape(letter.ToString()) });
        return new Regex(pattern.Append(@"(\..*)?$").ToString(), RegexOptions.CultureInvariant);
    }
}
