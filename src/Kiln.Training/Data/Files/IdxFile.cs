using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiln.Training;

/// <summary>
/// An array of bytes, gzipped or not, in the IDX format of MNIST: two zero bytes, type 8, rank, the sizes big-endian, the data.
/// Source: http://yann.lecun.com/exdb/mnist/ ("the IDX file format").
/// </summary>
internal sealed record IdxFile(string Path, int[] Shape, byte[] Data)
{
    private const byte UnsignedByte = 8;
    private const int MostSizes = 4;

    /// <summary>Reads a whole file and checks that it is neither shorter nor longer than its header says.</summary>
    /// <param name="path">The file; it is taken as gzipped where its name ends in .gz or it begins as such files do.</param>
    /// <param name="rank">How many sizes it must have; null takes any from 1 to 4.</param>
    /// <exception cref="DataException">It cannot be read, is damaged, or is something else.</exception>
    public static IdxFile Read(string path, int? rank = null)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream stream = IsGzip(path, file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            int[] shape = ReadShape(stream, path, rank);
            byte[] data = ReadData(stream, path, shape);
            return new IdxFile(path, shape, data);
        }
        catch (InvalidDataException problem)
        {
            throw DataFileText.Damaged(path, "a complete gzip file", problem.Message.TrimEnd('.'), problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw FileMessage.CannotRead(path, problem);
        }
    }

    private static bool IsGzip(string path, FileStream file)
    {
        bool marked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return marked || path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
    }

    private static int[] ReadShape(Stream stream, string path, int? expectedRank)
    {
        Span<byte> mark = stackalloc byte[4];
        int got = stream.ReadAtLeast(mark, 4, throwOnEndOfStream: false);
        int rank = expectedRank ?? (got == 4 ? mark[3] : 1);
        if (got == 4 && (mark is not [0, 0, UnsignedByte, _] || mark[3] != rank || rank is < 1 or > MostSizes))
            throw DataFileText.Damaged(path, $"the IDX mark 00 00 08 {(expectedRank is null ? "01 to 04" : $"{rank:x2}")}", Convert.ToHexStringLower(mark));
        var header = new byte[4 + 4 * rank];
        got += stream.ReadAtLeast(header.AsSpan(4), 4 * rank, throwOnEndOfStream: false);
        if (got < header.Length)
            throw DataFileText.Damaged(path, $"a header of {header.Length} bytes", $"{got} bytes");
        var shape = new int[rank];
        long size = 1;
        for (int i = 0; i < rank; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + 4 * i));
            size = shape[i] < 0 ? long.MaxValue : Math.Min(size * shape[i], int.MaxValue + 1L);
        }
        return size <= Array.MaxLength
            ? shape
            : throw DataFileText.Damaged(path, "sizes that fit in memory", string.Join(" x ", shape));
    }

    private static byte[] ReadData(Stream stream, string path, int[] shape)
    {
        // A file may announce more than it holds, so memory grows with what arrives, not with what is announced.
        int size = shape.Aggregate(1, (product, s) => product * s);
        var data = GC.AllocateUninitializedArray<byte>(Math.Min(size, 1 << 26));
        int got = 0;
        while (got < size)
        {
            if (got == data.Length) Array.Resize(ref data, (int)Math.Min(size, 2L * data.Length));
            int read = stream.Read(data, got, data.Length - got);
            if (read == 0)
                throw DataFileText.Damaged(path, $"{size} bytes of data", $"{got} bytes");
            got += read;
        }
        if (stream.ReadByte() >= 0)
            throw DataFileText.Damaged(path, $"{size} bytes of data", "more than that");
        return data;
    }
}
