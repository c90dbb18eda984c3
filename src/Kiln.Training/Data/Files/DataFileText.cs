namespace Kiln.Training;

/// <summary>Words that every message about a damaged file shares.</summary>
internal static class DataFileText
{
    public static DataException Damaged(string path, string expected, string got, Exception? inner = null) =>
        new($"Read {path}: expected {expected}, got {got}. The file is damaged: {Remedy(path)}.", inner);

    private static string Remedy(string path) => path switch
    {
        _ when path.StartsWith(MnistSource.FashionFolder, StringComparison.Ordinal) => Reinstall(MnistSource.FashionPackage),
        _ when path.StartsWith(TableSource.Folder, StringComparison.Ordinal) => Reinstall(TableSource.Package),
        _ => "download or copy it again",
    };

    private static string Reinstall(string package) => $"restore it with: apt-get install --reinstall {package}";
}
