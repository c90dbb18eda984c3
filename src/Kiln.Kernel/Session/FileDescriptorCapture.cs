using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Kernel;

/// <summary>Takes what native code and child processes write to file descriptors 1 and 2 into the running cell's output.</summary>
internal sealed partial class FileDescriptorCapture
{
    private const int BufferBytes = 1 << 16;
    private const int CloseOnExec = 0x80000;
    private const int DescriptorFlags = 1;
    private const int DuplicateCloseOnExec = 1030;
    private const int SetStatusFlags = 4;
    private const int PacketMode = 0x4000;
    private const int SetPipeSize = 1031;
    private const int OnePage = 4096;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly List<Pipe> _pipes = [];

    private FileDescriptorCapture()
    {
    }

    /// <summary>Puts pipes in place of the two descriptors.</summary>
    /// <param name="log">Takes the runtime's last words on the error stream: no cell may live to show them.</param>
    /// <returns>The capture, or null where the platform has none.</returns>
    public static FileDescriptorCapture? Start(Action<string>? log = null)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var capture = new FileDescriptorCapture();
        if (Pipe.Open(1, "stdout", _ => { }) is { } output) capture._pipes.Add(output);
        if (Pipe.Open(2, "stderr", new LastWords(log ?? (_ => { })).Read) is { } error)
        {
            error.TakeWriteByWrite();
            capture._pipes.Add(error);
        }
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

    /// <summary>Opens again what a cell has closed: the next file to be opened would take its number, and all output.</summary>
    public void Repair()
    {
        foreach (var pipe in _pipes) pipe.Repair();
    }

    [LibraryImport("libc", EntryPoint = "pipe2")]
    private static unsafe partial int OpenPipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int descriptor, int replaced);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Duplicate(int descriptor, int command, int atLeast);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int SetFlag(int descriptor, int command, int value);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Query(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushNativeStreams(nint stream);

    [LibraryImport("libc", EntryPoint = "read")]
    private static unsafe partial nint Read(int descriptor, byte* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nuint length);

    /// <summary>One captured descriptor. A mark that no text has goes through the pipe to tell when it is empty.</summary>
    private sealed class Pipe(int readEnd, int writeEnd, int descriptor, string stream, Action<string> read)
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private readonly SemaphoreSlim _drained = new(0);

        public static unsafe Pipe? Open(int descriptor, string stream, Action<string> read)
        {
            var ends = stackalloc int[2];
            if (OpenPipe(ends, CloseOnExec) != 0 || Replace(ends[1], descriptor) < 0) return null;
            var pipe = new Pipe(ends[0], ends[1], descriptor, stream, read);
            new Thread(pipe.ReadAll) { IsBackground = true, Name = stream }.Start();
            return pipe;
        }

        /// <summary>Lets nobody write a second time before the first was read.</summary>
        /// <remarks>
        /// The runtime says why it ends in some ten writes and then aborts, with whatever is left in the pipe. In packet mode
        /// and with room for one packet, all but its last words have been read by then. See pipe(2), O_DIRECT.
        /// </remarks>
        public void TakeWriteByWrite()
        {
            _ = SetFlag(writeEnd, SetStatusFlags, PacketMode);
            _ = SetFlag(writeEnd, SetPipeSize, OnePage);
        }

        public void Repair()
        {
            if (Query(descriptor, DescriptorFlags) < 0) _ = Replace(writeEnd, descriptor);
        }

        // Into the end of our own: what the cell has made of the descriptor may be a file of the user's.
        public unsafe void Drain(TimeSpan patience)
        {
            fixed (byte* mark = MarkedText.Mark)
                if (Write(writeEnd, mark, (nuint)MarkedText.Mark.Length) == MarkedText.Mark.Length) _drained.Wait(patience);
        }

        private unsafe void ReadAll()
        {
            var marked = new MarkedText(Put, () => _drained.Release());
            var buffer = new byte[BufferBytes];
            fixed (byte* start = buffer)
                for (var count = Read(readEnd, start, BufferBytes); count > 0; count = Read(readEnd, start, BufferBytes)) marked.Take(buffer.AsSpan(0, (int)count));
        }

        private void Put(ReadOnlySpan<byte> bytes)
        {
            if (bytes.IsEmpty) return;
            var text = new char[_decoder.GetCharCount(bytes, flush: false)];
            _decoder.GetChars(bytes, text, flush: false);
            read(new string(text));
            CellContext.Current?.Output.Write(stream, text);
        }
    }

    /// <summary>Finds what the runtime says before it ends the process and puts it into the log.</summary>
    private sealed class LastWords(Action<string> log)
    {
        private static readonly string[] Beginnings = ["Fatal error", "Unhandled exception", "Process terminated", "Stack overflow"];
        private bool _spoken;

        public void Read(string text)
        {
            _spoken |= Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));
            if (_spoken) log(text.TrimEnd());
        }
    }
}
