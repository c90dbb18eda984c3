using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>Steps and files of runs, on every database.</summary>
public abstract class RunStepsContract : StoreContract
{
    private protected RunStepsContract(IStorePlace place)
        : base(place)
    {
    }

    [Fact]
    public void Steps_come_back_as_they_were_appended()
    {
        var id = NewRun();
        Store.AppendEpochs(id, [Epoch(1)], Steps(1, 0, 3));
        Store.AppendEpochs(id, [], Steps(2, 3, 2));
        var curve = Store.Steps(id);
        Assert.Equal(["loss", "lr"], curve.Names);
        Assert.Equal([1, 1, 1, 2, 2], curve.Points.Select(point => point.Epoch));
        Assert.Equal([0, 1, 2, 3, 4], curve.Of("loss"));
        Assert.All(curve.Of("lr"), value => Assert.True(double.IsNaN(value)));
        Assert.Equal(1, curve.Span);
        Assert.Empty(Store.Steps("nosuch").Points);
        Assert.Throws<RunNotFoundException>(() => Store.AppendEpochs("nosuch", [], curve));
    }

    [Fact]
    public void Steps_of_an_epoch_that_is_trained_again_replace_those_before()
    {
        var id = NewRun();
        Store.AppendEpochs(id, [Epoch(1)], StepCurve.Join(Steps(1, 0, 3), Steps(2, 3, 1)));
        Store.AppendEpochs(id, [Epoch(2)], Steps(2, 3, 3));
        Assert.Equal([0, 1, 2, 3, 4, 5], Store.Steps(id).Of("loss"));
    }

    [Fact]
    public void A_run_of_any_length_keeps_a_bounded_number_of_steps_with_their_sum()
    {
        var id = NewRun();
        for (var epoch = 1; epoch <= 30; epoch++)
        {
            Store.AppendEpochs(id, [Epoch(epoch)], Steps(epoch, (epoch - 1) * 137, 137));
            Assert.InRange(Store.Steps(id).Points.Length, 1, StepCurve.Capacity);
        }
        var curve = Store.Steps(id);
        Assert.InRange(curve.Points.Length, 400, StepCurve.Capacity);
        Assert.Equal(30 * 137, curve.Points.Sum(point => point.Count));
        Assert.Equal(30 * 137 * (30 * 137 - 1) / 2.0, curve.Points.Sum(point => point.Values[0] * point.Count), 1e-3);
        Assert.Equal(curve.Points.OrderBy(point => point.Step), curve.Points);
    }

    [Fact]
    public void Epochs_that_are_taken_back_take_their_steps_with_them()
    {
        var id = NewRun();
        Store.AppendEpochs(id, [Epoch(1), Epoch(2)], StepCurve.Join(Steps(1, 0, 2), Steps(2, 2, 2)));
        Store.Finish(id, RunStatus.Stopped);
        Store.Reopen(id, afterEpoch: 1);
        Assert.Equal([0, 1], Store.Steps(id).Of("loss"));
    }

    [Fact]
    public void A_file_is_recorded_by_size_and_hash_and_a_change_is_told()
    {
        var id = NewRun();
        var file = Path.Combine(Store.RunFolder(id), "best.safetensors");
        File.WriteAllText(file, "abc");
        var kept = Store.AddArtefact(id, "best.safetensors");
        Assert.Equal(new ArtefactRecord("best.safetensors", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Noon), kept);
        Assert.Equal([kept], Store.Artefacts(id));
        Assert.Equal(ArtefactState.Unchanged, Store.Check(id, kept));
        File.WriteAllText(file, "abd");
        Assert.Equal(ArtefactState.Changed, Store.Check(id, kept));
        File.Delete(file);
        Assert.Equal(ArtefactState.Missing, Store.Check(id, kept));
    }

    [Fact]
    public void A_file_elsewhere_keeps_its_full_path_and_is_recorded_once()
    {
        var id = NewRun();
        var file = Path.Combine(Place.Folder, "net.onnx");
        File.WriteAllText(file, "one");
        Store.AddArtefact(id, file);
        File.WriteAllText(file, "longer");
        Store.AddArtefact(id, file);
        var kept = Assert.Single(Store.Artefacts(id));
        Assert.Equal((file, "net.onnx", 6L), (kept.Path, kept.Name, kept.Bytes));
        Assert.Contains("net.gone", Assert.Throws<RunStoreException>(() => Store.AddArtefact(id, "net.gone")).Message);
        Assert.Throws<RunNotFoundException>(() => Store.AddArtefact("nosuch", file));
    }

    [Fact]
    public void After_a_vacuum_steps_and_files_of_removed_runs_are_gone()
    {
        var id = NewRun();
        File.WriteAllText(Path.Combine(Store.RunFolder(id), "best.safetensors"), "abc");
        Store.AddArtefact(id, "best.safetensors");
        Store.AppendEpochs(id, [Epoch(1)], Steps(1, 0, 2));
        Store.Finish(id, RunStatus.Finished);
        Store.Remove(id);
        Assert.Single(Store.Artefacts(id));
        Store.Vacuum();
        Assert.Empty(Store.Artefacts(id));
        Assert.Empty(Store.Steps(id).Points);
        Assert.False(Directory.Exists(Store.RunFolder(id)));
    }

    [Fact]
    public void A_file_of_lines_brings_steps_and_hashes_into_another_store()
    {
        var id = NewRun();
        File.WriteAllText(Path.Combine(Store.RunFolder(id), "best.safetensors"), "abc");
        var kept = Store.AddArtefact(id, "best.safetensors");
        Store.AppendEpochs(id, [Epoch(1)], Steps(1, 0, 2));
        var file = Path.Combine(Place.Folder, "out.jsonl");
        Store.Export(file);
        using var other = new SqlitePlace();
        using var copy = ((IStorePlace)other).Open();
        copy.Import(file);
        Assert.Equal([0, 1], copy.Steps(id).Of("loss"));
        Assert.Equal([kept], copy.Artefacts(id));
        Assert.Equal(ArtefactState.Missing, copy.Check(id, kept));
    }

    [Fact]
    public void Steps_and_files_that_were_kept_beside_the_store_are_taken_in()
    {
        var run = Store.Create(new RunRecord { Id = Store.NewId(), Name = "net" });
        File.WriteAllText(Path.Combine(Store.RunFolder(run.Id), "best.safetensors"), "abc");
        Store.Journal(run, [Epoch(1)], Steps(1, 0, 2));
        Store.JournalEnd(run with { Status = RunStatus.Finished }, [Epoch(2)], Steps(2, 2, 2), ["best.safetensors"]);
        using var later = Place.Open();
        Assert.Equal([0, 1, 2, 3], later.Steps(run.Id).Of("loss"));
        Assert.Equal(ArtefactState.Unchanged, later.Check(run.Id, Assert.Single(later.Artefacts(run.Id))));
    }

    private string NewRun() => Store.Create(new RunRecord { Id = Store.NewId(), Name = "net" }).Id;

    private static EpochRecord Epoch(int number) => new(number, TimeSpan.FromSeconds(number), ImmutableSortedDictionary<string, double>.Empty.Add("val_loss", 1.0 / number));

    private static StepCurve Steps(int epoch, int first, int count) =>
        new(["loss", "lr"], [.. Enumerable.Range(first, count).Select(step => new StepPoint(epoch, step, 1, [step, double.NaN]))]);
}

public sealed class RunStepsOnSqliteTests() : RunStepsContract(new SqlitePlace());

public sealed class RunStepsOnPostgresTests(PostgresServer server) : RunStepsContract(server.NewPlace());
