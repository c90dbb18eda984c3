using System.Globalization;

namespace Kiln.Kernel.Tests;

/// <summary>Requests whose fields have any JSON type; the same for the same seed.</summary>
internal sealed class RandomContent(int seed)
{
    // How often, type, fields. What costs the compiler's time comes seldom.
    private static readonly (int Weight, string Type, string[] Fields)[] Requests =
    [
        (1, "execute_request", ["code", "silent", "store_history", "allow_stdin", "stop_on_error"]),
        (1, "complete_request", ["code", "cursor_pos"]),
        (1, "inspect_request", ["code", "cursor_pos", "detail_level"]),
        (5, "is_complete_request", ["code"]),
        (40, "history_request", ["hist_access_type", "session", "start", "stop", "n", "pattern", "output", "unique"]),
        (20, "comm_info_request", ["target_name"]),
        (40, "comm_open", ["comm_id", "target_name", "data"]),
        (40, "comm_msg", ["comm_id", "data"]),
        (20, "comm_close", ["comm_id", "data"]),
        (20, "input_reply", ["value"]),
        (5, "interrupt_request", []),
        (10, "connect_request", ["x"]),
        (20, "kernel_info_request", ["x"]),
        (10, "debug_request", ["seq", "type", "command", "arguments"]),
        (5, "create_subshell_request", ["subshell_id"]),
        (5, "execute_reply", ["status", "execution_count"]),
        (5, "status", ["execution_state"]),
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "1e308", "123456789012345678901234567890", "\"\"", "\"tail\"", "\"range\"", "\"search\"",
        "\"*\"", "\"[a-\"", "\"\\ud800\"", "\"\\u0000\"", "\"jupyter.widget\"", "\"c1\"", "\"c2\"", "{}", "[]",
    ];

    private static readonly int TotalWeight = Requests.Sum(request => request.Weight);
    private readonly Random _random = new(seed);

    public (string Type, string Content) Request()
    {
        var at = _random.Next(TotalWeight);
        var (_, type, fields) = Requests.First(request => (at -= request.Weight) < 0);
        var given = fields.Where(_ => _random.Next(8) > 0).Select(field => $"\"{field}\":{AnyValue()}");
        return (type, $"{{{string.Join(',', given)}}}");
    }

    public string AnyValue(int depth = 0) => _random.Next(depth < 3 ? 6 : 1) switch
    {
        4 => $"[{string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(_ => AnyValue(depth + 1)))}]",
        5 => $"{{{string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(n => Name(n) + AnyValue(depth + 1)))}}}",
        _ => Scalars[_random.Next(Scalars.Length)],
    };

    public string UnknownType() => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + _random.Next(26))}{_random.Next(50)}_request");

    // Sometimes twice the same.
    private string Name(int n) => string.Create(CultureInfo.InvariantCulture, $"\"{(_random.Next(20) == 0 ? "f0" : "f" + n)}\":");
}
