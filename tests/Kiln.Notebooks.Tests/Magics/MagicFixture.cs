using Kiln.Training;

namespace Kiln.Notebooks.Tests.Magics;

/// <summary>A session with a store of its own; one test at a time, because the session is the process's.</summary>
[Collection("session")]
public abstract class MagicFixture : IDisposable
{
    private readonly LabWorkspace _before = LabWorkspace.Current;
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "stores", Guid.NewGuid().ToString("n"));

    protected MagicFixture()
    {
        LabWorkspace.Current = new LabWorkspace(_folder);
        Host.Evaluate = _ => new Evaluation(Linear, []);
    }

    internal RecordingHost Host { get; } = new();

    /// <summary>What the host answers for a model's body: one linear layer of a width that is a hyperparameter.</summary>
    internal static readonly Func<ModelContext, ModelBody> Linear = context =>
        [Layers.Flatten(), Layers.Linear(context.Hp.Int("width", 2, 64, 16)), Layers.ReLU(), Layers.Linear(context.Classes)];

    internal Task Run(string line, string body = "") => CommandTable.Default.RunAsync(new MagicPart(line, body, 1), Host);

    internal async Task<string> Refusal(string line, string body = "") =>
        (await Assert.ThrowsAsync<MagicException>(() => Run(line, body))).Message;

    /// <summary>Small data and two models, so that training takes no time.</summary>
    internal async Task Prepare()
    {
        await Run("#!data digits --limit 300");
        await Run("#!model net", "Flatten(), Linear(classes)");
        Host.Clear();
    }

    public void Dispose()
    {
        LabWorkspace.Current.Dispose();
        LabWorkspace.Current = _before;
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
