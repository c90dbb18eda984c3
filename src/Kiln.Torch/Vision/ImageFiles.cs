using System.IO.Compression;

namespace TorchSharp.Modules;

/// <summary>Finds and reads the files of image data sets.</summary>
internal static class ImageFiles
{
    /// <summary>The bytes of the first of some places that has the file, packed or not.</summary>
    public static byte[] Read(string root, IEnumerable<string> folders, string name)
    {
        var places = folders.Select(folder => Path.Combine(root, folder, name)).ToList();
        foreach (var place in places)
        {
            if (File.Exists(place)) return File.ReadAllBytes(place);
            if (File.Exists(place + ".gz")) return Unpack(place + ".gz");
        }

        throw new FileNotFoundException($"There is no {name} or {name}.gz in {string.Join(", ", places.Select(place => Path.GetDirectoryName(place)))}. Put the data set's files into one of these folders; nothing is downloaded.", places[0]);
    }

    private static byte[] Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
