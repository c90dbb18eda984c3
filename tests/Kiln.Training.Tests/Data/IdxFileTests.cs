using System.IO.Compression;

namespace Kiln.Training.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_gives_its_shape_and_bytes()
    {
        IdxFile file = IdxFile.Read(Write(Idx([2, 1, 3], [1, 2, 3, 4, 5, 6])), rank: 3);
        Assert.Equal([2, 1, 3], file.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], file.Data);
    }

    [Fact]
    public void A_truncated_file_is_refused_with_its_name()
    {
        string path = Write(Idx([2, 1, 3], [1, 2, 3, 4]));
        string message = Assert.Throws<DataException>(() => IdxFile.Read(path, 3)).Message;
        Assert.Equal($"Read {path}: expected 6 bytes of data, got 4 bytes. The file is damaged: download or copy it again.", message);
    }

    [Fact]
    public void A_gzip_stream_that_breaks_off_is_refused_with_its_name()
    {
        string path = Write(Idx([1, 200, 200], [.. Enumerable.Range(0, 40000).Select(i => (byte)(i * 31 >> 3))]));
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        string message = Assert.Throws<DataException>(() => IdxFile.Read(path, 3)).Message;
        Assert.StartsWith($"Read {path}: expected ", message, StringComparison.Ordinal);
        Assert.Contains("download or copy it again", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_bit_is_found_by_the_check_sum()
    {
        string path = Write(Idx([1, 100, 100], new byte[10000]), CompressionLevel.NoCompression);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[5000] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("a complete gzip file", Assert.Throws<DataException>(() => IdxFile.Read(path, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_gzip_is_refused()
    {
        string path = _folder.File("plain.gz");
        File.WriteAllText(path, "<html>404 not found</html>");
        Assert.Contains("a complete gzip file", Assert.Throws<DataException>(() => IdxFile.Read(path, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_with_its_mark()
    {
        string path = Write(Idx([20], new byte[20]));
        Assert.Contains("expected the IDX mark 00 00 08 03, got 00000801", Assert.Throws<DataException>(() => IdxFile.Read(path, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_bytes_than_announced_are_refused()
    {
        string path = Write(Idx([2], [1, 2, 3]));
        Assert.Contains("got more than that", Assert.Throws<DataException>(() => IdxFile.Read(path, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Absurd_sizes_are_refused_before_memory_is_taken()
    {
        string huge = Write(Idx([int.MaxValue, int.MaxValue, 4], [1]));
        Assert.Contains("sizes that fit in memory", Assert.Throws<DataException>(() => IdxFile.Read(huge, 3)).Message, StringComparison.Ordinal);
        string negative = Write(Idx([-1], [1]));
        Assert.Contains("sizes that fit in memory", Assert.Throws<DataException>(() => IdxFile.Read(negative, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        string path = Write([]);
        Assert.Contains("expected a header of 8 bytes, got 0 bytes", Assert.Throws<DataException>(() => IdxFile.Read(path, 1)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    internal static byte[] Idx(int[] shape, byte[] data)
    {
        var bytes = new List<byte> { 0, 0, 8, (byte)shape.Length };
        foreach (int size in shape) bytes.AddRange(BitConverter.GetBytes(size).Reverse());
        bytes.AddRange(data);
        return [.. bytes];
    }

    internal static void WriteGzip(string path, byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new GZipStream(File.Create(path), level);
        stream.Write(content);
    }

    private string Write(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        string path = _folder.File("data.gz");
        WriteGzip(path, content, level);
        return path;
    }
}
