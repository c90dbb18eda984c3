using System.Net;
using System.Security.Cryptography;

namespace Kiln.Training.Tests.Data;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];

    private readonly TemporaryFolder _folder = new();
    private readonly List<Uri> _asked = [];

    [Fact]
    public void A_file_is_fetched_once_and_then_found()
    {
        DataFiles files = Files(_ => Ok(new MemoryStream(Content)));
        string path = files.FindOrFetch(Remote(), "a.gz", null, null, default);
        Assert.Equal(Content, File.ReadAllBytes(path));
        Assert.Equal(path, files.FindOrFetch(Remote(), "a.gz", null, null, default));
        Assert.Single(_asked);
        Assert.Equal([path], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_next_mirror_is_tried_when_one_fails()
    {
        DataFiles files = Files(address => address.Host == "one.test" ? new HttpResponseMessage(HttpStatusCode.NotFound) : Ok(new MemoryStream(Content)));
        files.FindOrFetch(Remote(), "a.gz", null, null, default);
        Assert.Equal(["one.test", "two.test"], _asked.Select(address => address.Host));
    }

    [Fact]
    public void What_breaks_off_or_differs_is_never_kept()
    {
        DataFiles files = Files(address => Ok(address.Host == "one.test" ? new MemoryStream(Content[..1000]) : new BrokenStream()));
        string message = Assert.Throws<DataException>(() => files.FindOrFetch(Remote(), "a.gz", null, null, default)).Message;
        Assert.Contains("one.test: what it sent has the SHA-256", message, StringComparison.Ordinal);
        Assert.Contains("two.test: the line is dead", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_mirror_that_falls_silent_is_given_up()
    {
        DataFiles files = Files(_ => Ok(new SilentStream()), TimeSpan.FromMilliseconds(50));
        string message = Assert.Throws<DataException>(() => files.FindOrFetch(Remote(), "a.gz", null, null, default)).Message;
        Assert.Contains("one.test: nothing came for 0.1 s; two.test: nothing came for 0.1 s", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_network_the_message_says_what_to_do()
    {
        DataFiles files = Files(_ => throw new HttpRequestException("Name or service not known"));
        string message = Assert.Throws<DataException>(() => files.FindOrFetch(Remote(), "a.gz", null, "dataset-x", default)).Message;
        Assert.Equal($"Data 'x': a.gz is not on this machine, and no mirror gave it (one.test: Name or service not known; two.test: Name or service not known). "
            + $"Install it with: apt-get install dataset-x, or copy a.gz into {_folder.File("x")}. "
            + "Without a network these work: digits, fashion-mnist, iris, wine, blobs, circles, line, moons, spirals.", message);
    }

    [Fact]
    public void A_cancelled_download_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.CancelAfter(30);
        DataFiles files = Files(_ => Ok(new SilentStream()));
        Assert.ThrowsAny<OperationCanceledException>(() => files.FindOrFetch(Remote(), "a.gz", null, null, cancelled.Token));
    }

    public void Dispose() => _folder.Dispose();

    private static RemoteFiles Remote() => new("x", [new Uri("http://one.test/"), new Uri("http://two.test/")],
        new Dictionary<string, string> { ["a.gz"] = Convert.ToHexStringLower(SHA256.HashData(Content)) });

    private static HttpResponseMessage Ok(Stream content) => new(HttpStatusCode.OK) { Content = new StreamContent(content) };

    private DataFiles Files(Func<Uri, HttpResponseMessage> answer, TimeSpan? idle = null) =>
        new(null) { CacheFolder = _folder.Path, Download = new Download(new Mirror(this, answer), idle ?? TimeSpan.FromSeconds(20)) };

    private sealed class Mirror(DownloadTests test, Func<Uri, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._asked.Add(request.RequestUri!);
            return answer(request.RequestUri!);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }

    private abstract class ReadOnlyStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var bytes = new byte[buffer.Length];
            int read = Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
    }

    private sealed class BrokenStream : ReadOnlyStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the line is dead");
    }

    private sealed class SilentStream : ReadOnlyStream
    {
        private readonly ManualResetEventSlim _closed = new();

        public override int Read(byte[] buffer, int offset, int count)
        {
            _closed.Wait();
            throw new IOException("closed");
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }
}
