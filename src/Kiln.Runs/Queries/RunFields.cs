namespace Kiln.Runs;

/// <summary>A column of runs, by the short name that people type and by its own.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Column">The column.</param>
/// <param name="IsNumber">Whether it holds numbers; otherwise texts (times are texts that sort by time).</param>
internal sealed record RunField(string Name, string Column, bool IsNumber = false);

/// <summary>The columns that runs can be filtered, sorted and shown by.</summary>
internal static class RunFields
{
    /// <summary>Has the tags as its values: a run fits where one of them does.</summary>
    public static readonly RunField Tag = new("tag", "tag");

    /// <summary>As it is read: what is stored as running may be stopped.</summary>
    public static readonly RunField Status = new("status", "status");

    private static readonly RunField[] All =
    [
        new("id", "id"), new("name", "name"), Status, Tag, new("reason", "status_reason"), new("kind", "kind"), new("model", "model_name"),
        new("model_hash", "model_hash"), new("data", "data_name"), new("data_fingerprint", "data_fingerprint"), new("seed", "seed", true),
        new("group", "group_name"), new("study", "study"), new("trial", "trial", true), new("parent", "parent"), new("parent_kind", "parent_kind"),
        new("attempts", "attempts", true), new("host", "host"), new("started", "created_at"), new("ended", "ended_at"),
        new("best_epoch", "best_epoch", true), new("notes", "notes"),
    ];

    /// <summary>The short names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(one => one.Name)];

    /// <summary>The field of a name, or null.</summary>
    public static RunField? Find(string name)
    {
        var typed = name.Replace('-', '_');
        return Array.Find(All, field => field.Name == typed || field.Column == typed);
    }
}
