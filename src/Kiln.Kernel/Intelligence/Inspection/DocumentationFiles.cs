using System.Text;

namespace Kiln.Kernel;

/// <summary>Where each member's documentation stands in a set of XML files.</summary>
internal sealed class DocumentationFiles
{
    private readonly List<string> _paths = [];
    private readonly List<(ulong Hash, int File, int Offset)> _places = [];

    private DocumentationFiles()
    {
    }

    private static ReadOnlySpan<byte> Start => "<member name=\""u8;

    private static ReadOnlySpan<byte> End => "</member>"u8;

    /// <summary>Reads the files once; one that cannot be read is left out.</summary>
    public static DocumentationFiles Index(IEnumerable<string> paths)
    {
        var index = new DocumentationFiles();
        foreach (var path in paths)
        {
            try
            {
                index.Add(path, File.ReadAllBytes(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Documentation is a courtesy: without this file its members show their signatures only.
            }
        }
        index._places.Sort((a, b) => a.Hash.CompareTo(b.Hash));
        return index;
    }

    /// <summary>The XML of a member, or an empty text.</summary>
    /// <param name="id">Its documentation id, such as <c>M:System.Math.Sqrt(System.Double)</c>.</param>
    public string Find(string id)
    {
        var name = Encoding.UTF8.GetBytes(id.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        var hash = Hash(name);
        var at = _places.BinarySearch((hash, 0, 0), Comparer<(ulong Hash, int File, int Offset)>.Create((a, b) => a.Hash.CompareTo(b.Hash)));
        return at < 0 ? "" : Read(_paths[_places[at].File], _places[at].Offset, name);
    }

    private void Add(string path, byte[] text)
    {
        _paths.Add(path);
        for (var at = text.AsSpan().IndexOf(Start); at >= 0;)
        {
            var name = text.AsSpan(at + Start.Length);
            var length = name.IndexOf((byte)'"');
            if (length < 0) return;
            _places.Add((Hash(name[..length]), _paths.Count - 1, at));
            var next = name[length..].IndexOf(Start);
            at = next < 0 ? -1 : at + Start.Length + length + next;
        }
    }

    private static string Read(string path, int offset, byte[] name)
    {
        using var file = File.OpenRead(path);
        file.Position = offset;
        var text = new byte[1 << 10];
        for (var length = 0; ;)
        {
            var read = file.Read(text, length, text.Length - length);
            length += read;
            var end = text.AsSpan(0, length).IndexOf(End);
            // Two members of one hash: none is better than the wrong one.
            if (end >= 0) return text.AsSpan(Start.Length).StartsWith(name) ? Encoding.UTF8.GetString(text, 0, end + End.Length) : "";
            if (read == 0) return "";
            if (length == text.Length) Array.Resize(ref text, text.Length * 2);
        }
    }

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037;
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211;
        return hash;
    }
}
