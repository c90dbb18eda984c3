using System.Security.Cryptography;

namespace Kiln.Training;

/// <summary>
/// Fetches one file: from the first mirror that gives it whole. It gets its name only once its sum is right, so a file that
/// broke off is never taken for one.
/// </summary>
/// <param name="handler">Sends the requests.</param>
/// <param name="idle">How long a mirror may send nothing before the next is tried.</param>
internal sealed class Download(HttpMessageHandler handler, TimeSpan idle)
{
    public static Download Usual() => new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15) }, TimeSpan.FromSeconds(30));

    /// <summary>Fetches a file into a folder.</summary>
    /// <returns>Why each mirror failed, in order; null if the file is there.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public IReadOnlyList<string>? Fetch(RemoteFiles remote, string fileName, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        foreach (Uri mirror in remote.Mirrors)
        {
            if (TryFetch(new Uri(mirror, fileName), remote.Sums[fileName], Path.Combine(folder, fileName), ct) is not { } why) return null;
            failures.Add($"{mirror.Host}: {why}");
        }
        return failures;
    }

    private string? TryFetch(Uri address, string sum, string path, CancellationToken ct)
    {
        // Two kernels may fetch the same file at once: each writes its own, the last rename wins, and both are whole.
        string part = $"{path}.{Guid.NewGuid():n}.part";
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        quiet.CancelAfter(idle);
        try
        {
            string got = Copy(address, part, quiet);
            if (got != sum) return $"what it sent has the SHA-256 {got[..12]}…, expected {sum[..12]}…";
            File.Move(part, path, overwrite: true);
            return null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            ct.ThrowIfCancellationRequested();
            return quiet.IsCancellationRequested ? FormattableString.Invariant($"nothing came for {idle.TotalSeconds:0.#} s") : problem.Message.TrimEnd('.');
        }
        finally
        {
            File.Delete(part);
        }
    }

    private string Copy(Uri address, string part, CancellationTokenSource quiet)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, quiet.Token);
        response.EnsureSuccessStatusCode();
        // A blocking read ends when its connection does.
        using var abort = quiet.Token.Register(response.Dispose);
        using Stream content = response.Content.ReadAsStream(quiet.Token);
        using FileStream file = File.Create(part);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            quiet.CancelAfter(idle);
            file.Write(buffer, 0, read);
            hash.AppendData(buffer, 0, read);
        }
        quiet.Token.ThrowIfCancellationRequested();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
