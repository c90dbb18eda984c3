using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Events;

namespace Kiln.Interactive.Tests;

/// <summary>What a cell showed in the stand-in for .NET Interactive.</summary>
internal sealed class ContractOutput(IReadOnlyList<KernelEvent> events)
{
    public string? Failure => events.OfType<CommandFailed>().LastOrDefault()?.Message;

    public IReadOnlyList<DisplayedValueUpdated> Updates => [.. events.OfType<DisplayedValueUpdated>()];

    /// <summary>The outputs as the notebook file keeps them: each in its last state.</summary>
    public IReadOnlyList<DisplayEvent> Outputs =>
        [.. events.OfType<DisplayEvent>().Where(output => output is not DisplayedValueUpdated).Select(Newest)];

    /// <summary>The plain twin of each output.</summary>
    public IReadOnlyList<string> Texts => [.. Outputs.Select(output => In(output, MimeBundle.Plain))];

    public string Text => string.Join('\n', Texts);

    public string Html => string.Join('\n', Outputs.Select(output => In(output, MimeBundle.Html)));

    public static string In(DisplayEvent output, string mimeType) =>
        output.FormattedValues.FirstOrDefault(form => form.MimeType == mimeType)?.Value ?? "";

    private DisplayEvent Newest(DisplayEvent first) => Updates.LastOrDefault(update => update.ValueId == first.ValueId) ?? first;
}
