using System.Globalization;

namespace Kiln.Training;

/// <summary>The pictures of a folder with their classes; those of the test split, if there is one, come last.</summary>
internal sealed record ImageFiles(string[] Paths, long[] Classes, string[] ClassNames, int? TestStart, IReadOnlyList<string> Remarks)
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".bmp", ".gif"];
    private static readonly string[] TestNames = ["test", "testing", "val", "valid", "validation"];

    /// <exception cref="DataException">No folder, no classes, a class without pictures, a link that leads out of the folder.</exception>
    public static ImageFiles Find(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                throw File.Exists(folder) ? new DataException($"Read {folder}: expected a folder with one folder for each class, got a file.") : FileMessage.NotFound(folder);
            string root = RealPath(Path.GetFullPath(folder));
            string[] parts = Folders(root, root);
            string? train = Array.Find(parts, part => Path.GetFileName(part).ToLowerInvariant() is "train" or "training");
            string? test = TestNames.Select(name => Array.Find(parts, part => Path.GetFileName(part).Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(part => part is not null);
            return train is null ? Of(root, root, null, []) : Of(root, train, test, Unused(parts, train, test));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw FileMessage.CannotRead(folder, problem);
        }
    }

    private static ImageFiles Of(string root, string train, string? test, IReadOnlyList<string> remarks)
    {
        string[] names = [.. Folders(train, root).Select(path => Path.GetFileName(path)!)];
        if (names.Length < 2)
        {
            throw new DataException($"Read {train}: expected at least two folders, one for each class, with pictures in them, got {names.Length}. "
                + "Put the pictures of each class into a folder that has the class's name.");
        }
        var all = new List<(string Path, long Class)>();
        Add(all, train, names, root, mustHave: true);
        int trainCount = all.Count;
        if (test is not null)
        {
            string[] more = [.. Folders(test, root).Select(path => Path.GetFileName(path)!).Except(names)];
            if (more.Length > 0) throw new DataException($"Read {test}: it has the class {string.Join(", ", more)}, which {train} lacks. Classes must be the same in both.");
            Add(all, test, names, root, mustHave: false);
        }
        return new ImageFiles([.. all.Select(one => one.Path)], [.. all.Select(one => one.Class)], names, test is null ? null : trainCount, remarks);
    }

    private static void Add(List<(string, long)> all, string folder, string[] names, string root, bool mustHave)
    {
        for (int k = 0; k < names.Length; k++)
        {
            string own = Path.Combine(folder, names[k]);
            string[] files = Directory.Exists(own) ? [.. Files(own, root)] : [];
            if (files.Length == 0 && mustHave)
                throw new DataException($"Read {own}: class '{names[k]}' has no picture ({string.Join(", ", Endings)}). Put pictures there, or delete the folder.");
            all.AddRange(files.Select(file => (file, (long)k)));
        }
    }

    /// <summary>Folders of pictures within a class count for it; what is hidden does not.</summary>
    private static IEnumerable<string> Files(string folder, string root)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal)) yield return Inside(file, root);
        foreach (string inner in Folders(folder, root))
            foreach (string file in Files(inner, root)) yield return file;
    }

    private static bool IsPicture(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.');

    private static string[] Folders(string folder, string root) =>
        [.. Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal).Select(path => Inside(path, root))];

    /// <summary>A link that leads out of the folder would let an unpacked archive read any file of the user.</summary>
    private static string Inside(string path, string root)
    {
        if (new FileInfo(path).LinkTarget is null) return path;
        string real = RealPath(path);
        bool up = root.StartsWith(real + Path.DirectorySeparatorChar, StringComparison.Ordinal) || real == root;
        return real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !up
            ? path
            : throw new DataException($"Read {path}: it is a link to {real}, {(up ? "a folder around itself" : "outside of the folder")}. Copy the pictures into the folder instead.");
    }

    private static string RealPath(string path) =>
        (Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true) : File.ResolveLinkTarget(path, returnFinalTarget: true))?.FullName ?? path;

    private static string[] Unused(string[] parts, string train, string? test) =>
        [.. parts.Where(part => part != train && part != test)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"The folder {Path.GetFileName(part)} is not used: only train and one of test or validation are."))];
}
