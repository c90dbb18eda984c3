using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Where and with which key a front end wants to talk.</summary>
internal sealed record ConnectionFile
{
    private static readonly string[] LocalNames = ["127.0.0.1", "localhost"];

    public required string Key { get; init; }

    public required IReadOnlyDictionary<Channel, int> Ports { get; init; }

    /// <summary>The address libzmq binds: only this machine can reach it.</summary>
    public string Endpoint(Channel channel) =>
        string.Create(CultureInfo.InvariantCulture, $"tcp://{IPAddress.Loopback}:{Ports[channel]}");

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">The file is missing, no JSON, incomplete, or asks for more than this machine.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            throw new ConnectionFileException($"{path}: {e.Message}");
        }
        catch (ConnectionFileException e)
        {
            throw new ConnectionFileException($"{path}: {e.Message}");
        }
    }

    public static ConnectionFile Parse(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject file) throw new ConnectionFileException("expected a JSON object.");
        Require(file, "transport", "tcp", ["tcp"], "Start the front end with transport tcp.");
        Require(file, "ip", "127.0.0.1", LocalNames, "Kiln runs what it is sent, so it listens on 127.0.0.1 only; tunnel the ports with ssh -L.");
        Require(file, "signature_scheme", "hmac-sha256", ["hmac-sha256"], "Set Session.signature_scheme to hmac-sha256.");
        return new ConnectionFile
        {
            Key = (string?)file["key"] ?? "",
            Ports = new Dictionary<Channel, int>
            {
                [Channel.Shell] = Port(file, "shell_port"),
                [Channel.Control] = Port(file, "control_port"),
                [Channel.Stdin] = Port(file, "stdin_port"),
                [Channel.IOPub] = Port(file, "iopub_port"),
                [Channel.Heartbeat] = Port(file, "hb_port"),
            },
        };
    }

    private static void Require(JsonObject file, string field, string otherwise, string[] accepted, string remedy)
    {
        var found = (string?)file[field] ?? otherwise;
        if (!accepted.Contains(found))
            throw new ConnectionFileException($"{field}: expected {string.Join(" or ", accepted)}, got '{found}'. {remedy}");
    }

    private static int Port(JsonObject file, string field) =>
        (int?)file[field] ?? throw new ConnectionFileException($"{field} is missing. Let Jupyter write the connection file.");
}

/// <summary>A connection file that cannot be used; the message names the field and the remedy.</summary>
internal sealed class ConnectionFileException(string message) : Exception(message);
