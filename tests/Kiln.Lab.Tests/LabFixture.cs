using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Tests;

/// <summary>A workspace in a folder of its own, with the digits and a small model.</summary>
public sealed class LabFixture : IDisposable
{
    private readonly TimeProvider? _time;

    public LabFixture()
        : this(Path.Combine(Path.GetTempPath(), "kiln-lab-" + Guid.NewGuid().ToString("N")))
    {
    }

    public LabFixture(string folder, TimeProvider? time = null)
    {
        (Folder, _time) = (folder, time);
        Workspace = Open();
    }

    public string Folder { get; }

    public LabWorkspace Workspace { get; private set; }

    /// <summary>What another process would see: the same folder, opened anew.</summary>
    public LabWorkspace Reopen()
    {
        Workspace.Dispose();
        return Workspace = Open();
    }

    public static ModelDefinition Define(string name, int width)
    {
        return Model.Define(
            name,
            hp => nn.Sequential(("flatten", nn.Flatten()), ("fc1", nn.Linear(64, hp.Int("width", 4, 128, @default: width))), ("relu", nn.ReLU()), ("fc2", nn.Linear(hp.Int("width", 4, 128, @default: width), 10))),
            source: $"mlp of width {width}");
    }

    public IReadOnlyList<RunRecord> Runs => Workspace.Store.List();

    public void Dispose()
    {
        Workspace.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private LabWorkspace Open() => LabWorkspace.Current = new LabWorkspace(Folder, _time);
}
