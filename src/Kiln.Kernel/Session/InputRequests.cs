using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Asks the user for a line: <c>Console.ReadLine</c> and the input functions of cells.</summary>
/// <remarks>An answer names its question by its parent header; front ends that leave it empty mean the newest question they were asked.</remarks>
/// <param name="sink">Where the question goes.</param>
/// <param name="log">Takes a line for each answer that nobody waits for.</param>
internal sealed class InputRequests(IMessageSink sink, Action<string> log)
{
    // What a terminal sends for the end of input.
    private const string EndOfInput = "\u0004";

    private readonly Lock _lock = new();
    private readonly List<Question> _open = [];

    /// <summary>Takes the front end's answer.</summary>
    public void Answer(Message reply)
    {
        lock (_lock)
        {
            if (_open.FindLast(question => question.IsAnsweredBy(reply)) is { } question)
                question.Answers.TryAdd(reply.Text("value") ?? "");
            else
                log("input_reply: no cell waits for it (any more)");
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <returns>The answer without a line end; null where the user ended the input.</returns>
    /// <exception cref="InvalidOperationException">The front end cannot ask.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Ask(CellContext cell, string prompt, bool password = false)
    {
        if (!cell.AllowsInput)
            throw new InvalidOperationException("Input: the front end does not answer questions (allow_stdin is false). Put the value into the cell instead.");
        cell.Output.Flush();
        using var question = new Question(Guid.NewGuid().ToString("N"), cell);
        lock (_lock) _open.Add(question);
        try
        {
            sink.Send(Channel.Stdin, new Message("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = password })
            {
                Id = question.Id,
                Identities = cell.Identities,
                ParentHeader = cell.Header,
            });
            return question.Answers.Take(cell.Interrupted) is var answer && answer == EndOfInput ? null : answer;
        }
        finally
        {
            lock (_lock) _open.Remove(question);
        }
    }

    private sealed class Question(string id, CellContext cell) : IDisposable
    {
        public string Id => id;

        public BlockingCollection<string> Answers { get; } = new(boundedCapacity: 1);

        public bool IsAnsweredBy(Message reply) => IsAskedOf(reply) && (reply.ParentId is not { } parent || parent == id || parent == CellId);

        public void Dispose() => Answers.Dispose();

        private string? CellId => JsonFormat.TryParse(cell.Header)?["msg_id"]?.ToString();

        private bool IsAskedOf(Message reply) =>
            reply.Identities.Length == cell.Identities.Length
            && reply.Identities.Zip(cell.Identities).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }
}
