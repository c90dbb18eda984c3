using System.Text.Json.Nodes;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>How a cell ended.</summary>
/// <param name="Number">Its execution count.</param>
/// <param name="Failure">What went wrong, or null.</param>
/// <param name="UserExpressions">Answers to the request's user expressions.</param>
internal sealed record CellOutcome(int Number, CellFailure? Failure, JsonObject UserExpressions)
{
    /// <summary>What the front end shows beside the notebook.</summary>
    public IReadOnlyList<MimeBundle> Pages { get; init; } = [];

    public JsonObject ToReply()
    {
        var reply = Failure?.ToJson() ?? [];
        reply["status"] = Failure is null ? "ok" : "error";
        reply["execution_count"] = Number;
        reply["payload"] = new JsonArray([.. Pages.Select(Payload)]);
        reply["user_expressions"] = UserExpressions;
        return reply;
    }

    private static JsonNode Payload(MimeBundle page) => new JsonObject { ["source"] = "page", ["data"] = BundleJson.Of(page), ["start"] = 0 };
}
