namespace Kiln.Kernel;

/// <summary>The feeds that cells added with <c>#i "nuget: …"</c>.</summary>
internal sealed class PackageSources
{
    private readonly List<string> _all = [];

    /// <summary>The feeds; folders that have gone since are left out, so that they break no later restore.</summary>
    public IReadOnlyList<string> All => [.. _all.Where(source => source.Contains("://", StringComparison.Ordinal) || Directory.Exists(source))];

    /// <summary>Looks into one more feed from now on.</summary>
    /// <param name="typed">An address, or a folder; its path starts at the notebook.</param>
    /// <exception cref="PackageException">It is neither.</exception>
    public void Add(string typed)
    {
        var source = Checked(typed);
        if (!_all.Contains(source, StringComparer.OrdinalIgnoreCase)) _all.Add(source);
    }

    private static string Checked(string typed)
    {
        if (typed.Length == 0) throw Refuse(typed, "it names nothing");
        if (!typed.Contains("://", StringComparison.Ordinal)) return Folder(typed, typed);
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address)) throw Refuse(typed, "this is no address");
        return address.Scheme switch
        {
            "https" or "http" => typed,
            "file" => Folder(address.LocalPath, typed),
            _ => throw Refuse(typed, $"feeds have addresses that start with https://, not {address.Scheme}://"),
        };
    }

    private static string Folder(string path, string typed)
    {
        var folder = Path.GetFullPath(path);
        return Directory.Exists(folder) ? folder : throw Refuse(typed, $"there is no folder {folder}");
    }

    private static PackageException Refuse(string typed, string reason) =>
        new($"#i \"nuget: {typed}\": {reason}. Write the address of a feed (https://…/index.json), or a folder that holds .nupkg files; its path starts at the notebook.");
}
