using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>libzmq, as far as a kernel needs it. https://libzmq.readthedocs.io/</summary>
internal static unsafe partial class Zmq
{
    public const int Rep = 4, Router = 6, Pull = 7, Push = 8, Pub = 1;
    public const int Linger = 17, MaxMessageSize = 22, SendHighWater = 23, IPv6 = 42, RouterHandover = 56, NoDrop = 69;
    public const int DontWait = 1, SendMore = 2;
    public const short PollIn = 1;
    private const int Interrupted = 4;
    private static readonly int TryAgain = OperatingSystem.IsMacOS() ? 35 : 11;
    private const string Library = "zmq";
    private static readonly string[] FileNames = ["libzmq.so.5", "libzmq.5.dylib", "libzmq.dll", "libzmq"];

    static Zmq() => NativeLibrary.SetDllImportResolver(typeof(Zmq).Assembly, Resolve);

    /// <summary>One entry of zmq_poll.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int FileDescriptor;
        public short Events;
        public short Ready;
    }

    /// <summary>The opaque zmq_msg_t.</summary>
    [InlineArray(64)]
    public struct MessageBytes
    {
        private byte _first;
    }

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term")]
    public static partial int TerminateContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket")]
    public static partial nint NewSocket(nint context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_poll")]
    public static partial int Poll(PollItem* items, int count, nint timeout);

    [LibraryImport(Library, EntryPoint = "zmq_send")]
    private static partial int Send(nint socket, void* bytes, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    private static partial int SetOption(nint socket, int option, void* value, nuint length);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    private static partial int InitMessage(MessageBytes* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv")]
    private static partial int ReceiveMessage(MessageBytes* message, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    private static partial int CloseMessage(MessageBytes* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    private static partial nuint MessageSize(MessageBytes* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    private static partial void* MessageData(MessageBytes* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_more")]
    private static partial int MessageHasMore(MessageBytes* message);

    [LibraryImport(Library, EntryPoint = "zmq_errno")]
    private static partial int ErrorNumber();

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    private static partial nint ErrorText(int number);

    public static string LastError => Marshal.PtrToStringUTF8(ErrorText(ErrorNumber())) ?? "unknown error";

    public static bool LastCallWasInterrupted => ErrorNumber() == Interrupted;

    /// <summary>Whether the last call did nothing because it would have had to wait.</summary>
    public static bool LastCallWouldBlock => ErrorNumber() == TryAgain;

    public static void SetOption(nint socket, int option, int value) => SetOption(socket, option, &value, sizeof(int));

    public static void SetOption(nint socket, int option, long value) => SetOption(socket, option, &value, sizeof(long));

    /// <summary>Receives all frames of one message; null when none is there (with <see cref="DontWait"/>) or the context ends.</summary>
    public static List<byte[]>? Receive(nint socket, int flags)
    {
        var frames = new List<byte[]>();
        MessageBytes message;
        while (true)
        {
            InitMessage(&message);
            if (ReceiveMessage(&message, socket, flags) < 0)
            {
                CloseMessage(&message);
                return null;
            }
            frames.Add(new Span<byte>(MessageData(&message), checked((int)MessageSize(&message))).ToArray());
            var more = MessageHasMore(&message) != 0;
            CloseMessage(&message);
            if (!more) return frames;
        }
    }

    /// <summary>Sends all frames as one message; false where nothing was sent.</summary>
    public static bool Send(nint socket, IReadOnlyList<byte[]> frames, int flags = 0)
    {
        for (var i = 0; i < frames.Count; i++)
            fixed (byte* bytes = frames[i])
                if (Send(socket, bytes, (nuint)frames[i].Length, i + 1 < frames.Count ? SendMore | flags : flags) < 0) return false;
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        foreach (var file in FileNames)
            if (NativeLibrary.TryLoad(file, assembly, path, out var handle)) return handle;
        throw new DllNotFoundException("libzmq is missing. Install it: apt-get install libzmq5");
    }
}
