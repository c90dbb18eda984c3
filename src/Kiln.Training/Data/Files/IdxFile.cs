using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiln.Training;

/// <summary>
/// A gzipped array of bytes in the IDX format of MNIST: two zero bytes, type 8, rank, the sizes big-endian, the data.
/// Source: http://yann.lecun.com/exdb/mnist/ ("the IDX file format").
/// </summary>
internal sealed record IdxFile(string Path, int[] Shape, byte[] Data)
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a whole file and checks that it is neither shorter nor longer than its header says.</summary>
    public static IdxFile Read(string path, int rank)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var stream = new GZipStream(file, CompressionMode.Decompress);
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
            throw new DataException($"Read {path}: {problem.Message} Check that the file can be read.", problem);
        }
    }

    private static int[] ReadShape(Stream stream, string path, int rank)
    {
        var header = new byte[4 + 4 * rank];
        int got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < header.Length)
            throw DataFileText.Damaged(path, $"a header of {header.Length} bytes", $"{got} bytes");
        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedByte || header[3] != rank)
            throw DataFileText.Damaged(path, $"the IDX mark 00 00 08 {rank:x2}", Convert.ToHexStringLower(header.AsSpan(0, 4)));
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
