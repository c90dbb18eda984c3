using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>Writes to a file descriptor of the process.</summary>
/// <remarks>
/// A <see cref="FileStream"/> on it keeps a position of its own: where output goes to a file that others write to as well,
/// it would write over their lines. A reader that is gone is no error: nobody is left to tell.
/// </remarks>
/// <param name="descriptor">Stays open as long as the process.</param>
internal sealed unsafe partial class DescriptorStream(int descriptor) : Stream
{
    private const int Interrupted = 4;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
            for (var done = 0; done < buffer.Length;)
            {
                var count = Write(descriptor, start + done, (nuint)(buffer.Length - done));
                if (count > 0) done += (int)count;
                else if (Marshal.GetLastPInvokeError() != Interrupted) return;
            }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, byte* buffer, nuint length);
}
