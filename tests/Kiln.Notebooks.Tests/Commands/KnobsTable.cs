namespace Kiln.Notebooks.Tests.Commands;

/// <summary>A small table to test the machinery with.</summary>
internal sealed class KnobsTable
{
    public KnobsTable() => Table = new CommandTable([Knobs, new BodyMagic()], new FixedNames());

    public KnobsMagic Knobs { get; } = new();

    public CommandTable Table { get; }

    public RecordingHost Host { get; } = new();

    public async Task<KnobsOptions> Fill(string line)
    {
        await Table.RunAsync(new MagicPart(line, "", 1), Host);
        return Knobs.Given!;
    }

    public async Task<string> Refusal(string line) =>
        (await Assert.ThrowsAsync<MagicException>(() => Table.RunAsync(new MagicPart(line, "", 1), Host))).Message;
}
