namespace Kiln.Torch.Generator.Members;

/// <summary>The folder of tables, and the folder of C# files made of them.</summary>
internal static class MemberFiles
{
    /// <summary>The table whose directives hold for all others.</summary>
    private const string Vocabulary = "vocabulary.txt";

    /// <summary>Writes a file for each table.</summary>
    /// <param name="tableFolder">Where the tables are.</param>
    /// <param name="memberFolder">Where the C# files go.</param>
    /// <param name="operators">The names of Ops.</param>
    /// <returns>The rows that are wrong.</returns>
    /// <exception cref="TableException">A table cannot be read.</exception>
    public static IReadOnlyList<TableException> Write(string tableFolder, string memberFolder, IReadOnlySet<string> operators)
    {
        var errors = new List<TableException>();
        Directory.CreateDirectory(memberFolder);
        var written = new HashSet<string>();
        var vocabulary = Read(Path.Combine(tableFolder, Vocabulary), null);
        foreach (var file in Directory.EnumerateFiles(tableFolder, "*.txt").Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) != Vocabulary))
        {
            var writer = new MembersWriter(Read(file, vocabulary), operators, written, memberFolder);
            File.WriteAllText(Path.Combine(memberFolder, Path.GetFileNameWithoutExtension(file) + ".g.cs"), writer.Write());
            errors.AddRange(writer.Errors);
        }
        return errors;
    }

    private static MemberTable Read(string file, MemberTable? vocabulary) => TableReader.Read(Path.GetFullPath(file), File.ReadLines(file), vocabulary);
}
