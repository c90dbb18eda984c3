using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Kernel;

/// <summary>Takes what native code and child processes write to file descriptors 1 and 2 into the running cell's output.</summary>
internal sealed partial class FileDescriptorCapture
{
    private const int BufferBytes = 1 << 14;
    private const int CloseOnExec = 0x80000;
    private const int DuplicateCloseOnExec = 1030;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly List<Pipe> _pipes = [];

    private FileDescriptorCapture()
    {
    }

    /// <summary>Puts pipes in place of the two descriptors.</summary>
    /// <returns>The capture, or null where the platform has none.</returns>
    public static FileDescriptorCapture? Start()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var capture = new FileDescriptorCapture();
        foreach (var (descriptor, stream) in new[] { (1, "stdout"), (2, "stderr") })
            if (Pipe.Open(descriptor, stream) is { } pipe) capture._pipes.Add(pipe);
        return capture;
    }

    /// <summary>A writer to standard error as it is now, which a later capture does not touch.</summary>
    public static TextWriter KeepErrorStream() => Keep(2, Console.Error);

    /// <summary>A writer to standard output as it is now, which a later capture does not touch.</summary>
    public static TextWriter KeepOutputStream() => Keep(1, Console.Out);

    private static TextWriter Keep(int descriptor, TextWriter otherwise)
    {
        if (!OperatingSystem.IsLinux()) return otherwise;
        var copy = Duplicate(descriptor, DuplicateCloseOnExec, 3);
        if (copy < 0) return TextWriter.Null;
        return TextWriter.Synchronized(new StreamWriter(new DescriptorStream(copy)) { AutoFlush = true });
    }

    /// <summary>Waits until everything written so far has reached its cell.</summary>
    public void Drain()
    {
        _ = FlushNativeStreams(0);
        foreach (var pipe in _pipes) pipe.Drain(DrainTime);
    }

    [LibraryImport("libc", EntryPoint = "pipe2")]
    private static unsafe partial int OpenPipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int descriptor, int replaced);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Duplicate(int descriptor, int command, int atLeast);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushNativeStreams(nint stream);

    [LibraryImport("libc", EntryPoint = "read")]
    private static unsafe partial nint Read(int descriptor, byte* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nuint length);

    /// <summary>One captured descriptor. A mark of three bytes no text has goes through the pipe to tell when it is empty.</summary>
    private sealed class Pipe(int readEnd, int descriptor, string stream)
    {
        private static readonly byte[] Mark = [0xFF, 0xFE, 0xFF];
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private readonly SemaphoreSlim _drained = new(0);
        private int _marked;

        public static unsafe Pipe? Open(int descriptor, string stream)
        {
            var ends = stackalloc int[2];
            if (OpenPipe(ends, CloseOnExec) != 0 || Replace(ends[1], descriptor) < 0) return null;
            var pipe = new Pipe(ends[0], descriptor, stream);
            new Thread(pipe.ReadAll) { IsBackground = true, Name = stream }.Start();
            return pipe;
        }

        public unsafe void Drain(TimeSpan patience)
        {
            fixed (byte* mark = Mark)
                if (Write(descriptor, mark, (nuint)Mark.Length) == Mark.Length) _drained.Wait(patience);
        }

        private unsafe void ReadAll()
        {
            var buffer = new byte[BufferBytes];
            fixed (byte* start = buffer)
                for (var count = Read(readEnd, start, BufferBytes); count > 0; count = Read(readEnd, start, BufferBytes)) Take(buffer.AsSpan(0, (int)count));
        }

        private void Take(Span<byte> bytes)
        {
            var text = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                // A mark may come in two reads: count on from where the last one ended.
                _marked = bytes[i] == Mark[_marked] ? _marked + 1 : 0;
                if (_marked < Mark.Length) continue;
                Put(bytes[text..Math.Max(text, i + 1 - Mark.Length)]);
                (text, _marked) = (i + 1, 0);
                _drained.Release();
            }
            Put(bytes[text..(bytes.Length - Math.Min(_marked, bytes.Length - text))]);
        }

        private void Put(ReadOnlySpan<byte> bytes)
        {
            if (bytes.IsEmpty) return;
            var text = new char[_decoder.GetCharCount(bytes, flush: false)];
            _decoder.GetChars(bytes, text, flush: false);
            CellContext.Current?.Output.Write(stream, text);
        }
    }
}
