using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Asks the user for a line: <c>Console.ReadLine</c> and the input functions of cells.</summary>
/// <param name="sink">Where the question goes.</param>
internal sealed class InputRequests(IMessageSink sink)
{
    private readonly BlockingCollection<string> _answers = [];

    /// <summary>Takes the front end's answer.</summary>
    public void Answer(Message reply) => _answers.Add(reply.Text("value") ?? "");

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The front end cannot ask.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(CellContext cell, string prompt, bool password = false)
    {
        if (!cell.AllowsInput)
            throw new InvalidOperationException("Input: the front end does not answer questions (allow_stdin is false). Put the value into the cell instead.");
        while (_answers.TryTake(out _)) { }
        cell.Output.Flush();
        sink.Send(Channel.Stdin, new Message("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = password })
        {
            Identities = cell.Identities,
            ParentHeader = cell.Header,
        });
        return _answers.Take(cell.Interrupted);
    }
}
