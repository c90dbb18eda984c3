using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Where and with which key a front end wants to talk.</summary>
internal sealed record ConnectionFile
{
    private const string Remedy = "Kiln runs what it is sent, so only this machine may reach it: leave ip out, or tunnel the ports with ssh -L.";

    public required string Key { get; init; }

    public required IReadOnlyDictionary<Channel, int> Ports { get; init; }

    /// <summary>What libzmq binds, without the port.</summary>
    public required string Address { get; init; }

    /// <summary>The address libzmq binds: only this machine can reach it.</summary>
    public string Endpoint(Channel channel) => string.Create(CultureInfo.InvariantCulture, $"{Address}{Ports[channel]}");

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">The file is missing, no JSON, incomplete, or asks for more than this machine.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ConnectionFileException($"{path}: {e.Message}");
        }
        catch (ConnectionFileException e)
        {
            throw new ConnectionFileException($"{path}: {e.Message}");
        }
    }

    /// <summary>Reads the text of a connection file.</summary>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    /// <exception cref="ConnectionFileException">The file is incomplete, or asks for more than this machine.</exception>
    public static ConnectionFile Parse(string json)
    {
        var file = JsonFormat.Parse(Encoding.UTF8.GetBytes(json));
        Require(file, "signature_scheme", "hmac-sha256", "Set Session.signature_scheme to hmac-sha256.");
        return new ConnectionFile
        {
            Key = Text(file, "key", ""),
            Address = BindAddress(Text(file, "transport", "tcp"), Text(file, "ip", "127.0.0.1")),
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

    private static string BindAddress(string transport, string ip) => transport switch
    {
        "tcp" => $"tcp://{Loopback(ip)}:",
        "ipc" => $"ipc://{ip}-",
        _ => throw new ConnectionFileException($"transport: expected tcp or ipc, got '{transport}'. Start the front end with transport tcp."),
    };

    private static string Loopback(string ip)
    {
        if (ip == "localhost") return "127.0.0.1";
        if (!IPAddress.TryParse(ip, out var address) || !IPAddress.IsLoopback(address))
            throw new ConnectionFileException($"ip: expected 127.0.0.1 or another loopback address, got '{ip}'. {Remedy}");
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }

    private static void Require(JsonObject file, string field, string expected, string remedy)
    {
        if (Text(file, field, expected) is var found && found != expected)
            throw new ConnectionFileException($"{field}: expected {expected}, got '{found}'. {remedy}");
    }

    private static string Text(JsonObject file, string field, string otherwise) => file[field] switch
    {
        null => otherwise,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => throw new ConnectionFileException($"{field}: expected a text, got {other.ToJsonString()}. Let Jupyter write the connection file."),
    };

    private static int Port(JsonObject file, string field) => file[field] switch
    {
        null => throw new ConnectionFileException($"{field} is missing. Let Jupyter write the connection file."),
        JsonValue value when value.TryGetValue<int>(out var port) && port is > 0 and < 1 << 16 => port,
        var other => throw new ConnectionFileException($"{field}: expected a port from 1 to 65535, got {other.ToJsonString()}. Let Jupyter write the connection file."),
    };
}

/// <summary>A connection file that cannot be used; the message names the field and the remedy.</summary>
internal sealed class ConnectionFileException(string message) : Exception(message);
