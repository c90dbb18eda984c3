using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>What a cell ended with.</summary>
/// <param name="Reply">The content of the execute_reply.</param>
/// <param name="Messages">All messages, updates among them, in order.</param>
internal sealed record CellResult(JsonElement Reply, IReadOnlyList<KernelOutput> Messages)
{
    /// <summary><c>ok</c>, <c>error</c> or <c>aborted</c>.</summary>
    public string Status => Reply.GetProperty("status").GetString()!;

    /// <summary>The message of the error; empty for a cell that ended well.</summary>
    public string ErrorText => Reply.TryGetProperty("evalue", out var value) ? value.GetString()! : "";

    /// <summary>The lines that a front end prints for the error.</summary>
    public IReadOnlyList<string> Traceback =>
        Reply.TryGetProperty("traceback", out var lines) ? [.. lines.EnumerateArray().Select(line => line.GetString()!)] : [];

    /// <summary>What the reader sees at the end: displays with their last update, in the order of their first appearance.</summary>
    public IReadOnlyList<KernelOutput> Shown => LastOfEach();

    /// <summary>All that is shown, as plain text.</summary>
    public string Text => string.Join('\n', Shown.Select(output => output.Text));

    private List<KernelOutput> LastOfEach()
    {
        var shown = new List<KernelOutput>();
        foreach (var message in Messages)
        {
            var place = message.DisplayId is { } id ? shown.FindIndex(other => other.DisplayId == id) : -1;
            if (place >= 0) shown[place] = message;
            else if (message.Type is not ("update_display_data" or "execute_input")) shown.Add(message);
        }
        return shown;
    }
}
