using Microsoft.Win32.SafeHandles;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A file that is read at any position and never trusted: what the system reports leaves it as one exception type.</summary>
/// <remarks>
/// Positioned reads into the tensor's own memory cost one copy, as copying out of a memory map does; but a file that another
/// program cuts while it is read gives an exception, where a map would end the process.
/// </remarks>
internal sealed class InputFile : IDisposable
{
    private const int ChunkElements = 1 << 24;

    private readonly SafeFileHandle _handle;

    private InputFile(string path, SafeFileHandle handle, long length)
    {
        Path = path;
        _handle = handle;
        Length = length;
    }

    public string Path { get; }

    public long Length { get; }

    public static InputFile Open(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new InputFile(path, handle, RandomAccess.GetLength(handle));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsFileException(path, "there is no such file. Check the path, or train first so that a checkpoint is written.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            handle?.Dispose();
            throw new WeightsFileException(path, $"cannot be read ({e.Message.TrimEnd('.')}). Check that it is a file and that you may read it.", e);
        }
    }

    /// <summary>Fills the destination from a position; the caller has checked that the file is long enough.</summary>
    public void Read(long position, Span<byte> destination)
    {
        try
        {
            while (destination.Length > 0)
            {
                int count = RandomAccess.Read(_handle, destination, position);
                if (count == 0) throw new WeightsFileException(Path, "it became shorter while it was read. Wait until it is written and read it again.");
                destination = destination[count..];
                position += count;
            }
        }
        catch (Exception e) when (e is IOException and not WeightsFileException)
        {
            throw new WeightsFileException(Path, $"cannot be read ({e.Message.TrimEnd('.')}). Check the disk and the connection to it.", e);
        }
    }

    /// <summary>A new contiguous tensor of the bytes at a position, on the CPU.</summary>
    public Tensor ReadTensor(long position, long[] shape, ScalarType type, int elementSize)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var tensor = empty(shape, type);
        var values = tensor.flatten();
        long count = values.numel();
        // In pieces: the bytes of one tensor need not fit into a span.
        for (long start = 0; start < count; start += ChunkElements)
            Read(position + start * elementSize, values.narrow(0, start, Math.Min(ChunkElements, count - start)).bytes);
        return tensor.MoveToOuterDisposeScope();
    }

    public void Dispose() => _handle.Dispose();
}
