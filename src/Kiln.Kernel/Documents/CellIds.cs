using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>The ids of a notebook's cells: those of the file where they are valid and unique, otherwise made from place and text.</summary>
/// <remarks>Made without chance: converting the same file twice gives the same bytes.</remarks>
internal sealed partial class CellIds
{
    private const int Length = 8;
    private readonly Dictionary<NotebookCell, string> _ids = [];

    public CellIds(IReadOnlyList<NotebookCell> cells)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
            if (cell.Id is { } id && ValidPattern().IsMatch(id) && taken.Add(id)) _ids[cell] = id;
        for (var i = 0; i < cells.Count; i++)
            if (!_ids.ContainsKey(cells[i])) _ids[cells[i]] = New(cells[i], i, taken);
    }

    public string Of(NotebookCell cell) => _ids[cell];

    private static string New(NotebookCell cell, int index, HashSet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var seed = string.Create(CultureInfo.InvariantCulture, $"{index}/{attempt}/{cell.Source}");
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..Length];
            if (taken.Add(id)) return id;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex ValidPattern();
}
