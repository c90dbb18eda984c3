using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Training.Tests.Data;

/// <summary>Downloads over a real connection: from servers on this machine.</summary>
public sealed class LoopbackDownloadTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31 >> 3))];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_good_file_is_kept_under_its_name()
    {
        using var server = new Server(Content.Length, Content);
        string path = Fetch(server.Address);
        Assert.Equal(Content, File.ReadAllBytes(path));
        Assert.Equal([path], Kept());
    }

    [Fact]
    public void A_file_of_another_content_is_not_kept_and_its_sum_is_told()
    {
        byte[] other = [.. Content.Reverse()];
        using var server = new Server(other.Length, other);
        string message = Assert.Throws<DataException>(() => Fetch(server.Address)).Message;
        Assert.Contains($"127.0.0.1: what it sent has the SHA-256 {SumOf(other)[..12]}…, expected {SumOf(Content)[..12]}…", message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public void A_transfer_that_breaks_off_leaves_nothing_and_the_next_one_succeeds()
    {
        using var broken = new Server(Content.Length, Content[..1000]);
        string message = Assert.Throws<DataException>(() => Fetch(broken.Address)).Message;
        Assert.Contains("no mirror gave it (127.0.0.1: ", message, StringComparison.Ordinal);
        Assert.Contains("ended prematurely", message, StringComparison.Ordinal);
        Assert.Empty(Kept());
        using var whole = new Server(Content.Length, Content);
        Assert.Equal(Content, File.ReadAllBytes(Fetch(broken.Address, whole.Address)));
    }

    [Fact]
    public void Where_nobody_listens_the_message_says_so_and_what_to_do()
    {
        Uri gone;
        using (var server = new Server(0, [])) gone = server.Address;
        string message = Assert.Throws<DataException>(() => Fetch(gone)).Message;
        Assert.StartsWith("Data 'x': a.bin is not on this machine, and no mirror gave it (127.0.0.1: Connection refused", message, StringComparison.Ordinal);
        Assert.Contains($"Copy a.bin into {_folder.File("x")}.", message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    public void Dispose() => _folder.Dispose();

    private string Fetch(params Uri[] mirrors)
    {
        var remote = new RemoteFiles("x", mirrors, new Dictionary<string, string> { ["a.bin"] = SumOf(Content) });
        return new DataFiles(null) { CacheFolder = _folder.Path }.FindOrFetch(remote, "a.bin", null, null, TestContext.Current.CancellationToken);
    }

    private string[] Kept() => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

    private static string SumOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Answers every request with the same bytes, whatever length it promises, and closes the connection.</summary>
    private sealed class Server : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly CancellationTokenSource _closing = new();
        private readonly Task _answering;

        public Server(int promised, byte[] content)
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");
            _answering = Answer(promised, content);
        }

        public Uri Address { get; }

        public void Dispose()
        {
            _closing.Cancel();
            _answering.Wait();
            _listener.Dispose();
            _closing.Dispose();
        }

        private async Task Answer(int promised, byte[] content)
        {
            try
            {
                while (true)
                {
                    await using var stream = new NetworkStream(await _listener.AcceptAsync(_closing.Token), ownsSocket: true);
                    using var request = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                    while (await request.ReadLineAsync() is { Length: > 0 })
                    {
                    }
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {promised}\r\nConnection: close\r\n\r\n"));
                    await stream.WriteAsync(content);
                }
            }
            catch (OperationCanceledException)
            {
                // Nobody asks any more.
            }
        }
    }
}
