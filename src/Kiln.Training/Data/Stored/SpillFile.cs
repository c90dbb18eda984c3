using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kiln.Training;

/// <summary>Values that do not fit in memory: appended to a temporary file, then read from any place of it. No process leaves the file behind.</summary>
internal sealed class SpillFile<T> : IStored<T>, IDisposable where T : unmanaged
{
    private readonly SafeFileHandle _file;
    private readonly string _folder;
    private readonly T[] _ahead = new T[(1 << 16) / Unsafe.SizeOf<T>()];
    private int _aheadCount;
    private long _written;

    /// <param name="folder">Where to put it; null (default): TMPDIR, else /var/tmp, because /tmp is a part of the memory on many machines.</param>
    /// <exception cref="DataException">No file can be made there.</exception>
    public SpillFile(string? folder = null)
    {
        _folder = folder ?? UsualFolder;
        string path = Path.Combine(_folder, "kiln-" + Path.GetRandomFileName());
        try
        {
            _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
                OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
            // A file without a name lives as long as its handle, also where the process is killed.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw NoRoom(problem);
        }
    }

    /// <summary>How many values it holds.</summary>
    public long Count => _written + _aheadCount;

    /// <exception cref="DataException">The disk is full.</exception>
    public void Append(ReadOnlySpan<T> values)
    {
        while (values.Length > 0)
        {
            int count = Math.Min(values.Length, _ahead.Length - _aheadCount);
            values[..count].CopyTo(_ahead.AsSpan(_aheadCount));
            _aheadCount += count;
            values = values[count..];
            if (_aheadCount == _ahead.Length) Flush();
        }
    }

    /// <summary>Ends the appending: what was appended can be read.</summary>
    /// <exception cref="DataException">The disk is full.</exception>
    public void Flush()
    {
        try
        {
            RandomAccess.Write(_file, MemoryMarshal.AsBytes(_ahead.AsSpan(0, _aheadCount)), _written * Unsafe.SizeOf<T>());
        }
        catch (IOException problem)
        {
            throw NoRoom(problem);
        }
        _written += _aheadCount;
        _aheadCount = 0;
    }

    public void Read(long first, Span<T> values)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        for (long place = first * Unsafe.SizeOf<T>(); bytes.Length > 0;)
        {
            int count = RandomAccess.Read(_file, bytes, place);
            if (count == 0) throw new EndOfStreamException();
            place += count;
            bytes = bytes[count..];
        }
    }

    public void Dispose() => _file.Dispose();

    private static string UsualFolder =>
        Environment.GetEnvironmentVariable("TMPDIR") is not { Length: > 0 } && Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();

    private DataException NoRoom(Exception problem) =>
        new($"The data do not fit in the memory set aside for them, and {_folder} does not take them either: {problem.Message.TrimEnd('.')}. "
            + "Free space there, or set TMPDIR to a folder with more room before the notebook starts.", problem);
}
