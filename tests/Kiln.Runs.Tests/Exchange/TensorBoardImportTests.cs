namespace Kiln.Runs.Tests;

/// <summary>Runs of other programs, from their event files.</summary>
public sealed class TensorBoardImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunStore _store;

    public TensorBoardImportTests() => _store = RunStore.Open(Path.Combine(_folder.Path, ".kiln"));

    private string Board => Path.Combine(_folder.Path, "board");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_folder_becomes_a_run_with_its_curves_by_epoch()
    {
        new EventFileBuilder().Scalar("Loss/train", 0, 1).Scalar("Loss/train", 1, 0.5f).TensorScalar("acc", 1, 0.75).WriteTo(Path.Combine(Board, "a"));
        new EventFileBuilder(1_700_000_100).Scalar("Loss/train", 1, 2).WriteTo(Path.Combine(Board, "deep", "b"));
        Assert.Equal(["a", "deep/b"], _store.Import(Board).Select(run => run.Name));
        var run = _store.Get("a");
        Assert.Equal((RunStatus.Finished, "import", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)), (run.Status, run.Kind, run.CreatedAt));
        Assert.Equal((0.5, 0.75), (run.Metrics["Loss/train"], run.Metrics["acc"]));
        // Their first step is 0, our first epoch is 1.
        Assert.Equal([1, 2], _store.Epochs(run.Id).Select(epoch => epoch.Epoch));
        Assert.Equal([1], _store.Epochs(_store.Get("deep/b").Id).Select(epoch => epoch.Epoch));
        Assert.Equal(["a"], _store.List(new RunFilter { Where = "min.Loss/train<1" }).Select(one => one.Name));
    }

    [Fact]
    public void A_second_import_doubles_nothing_also_when_the_folder_was_moved_and_the_run_went_on()
    {
        var builder = new EventFileBuilder().Scalar("loss", 1, 1);
        builder.WriteTo(Path.Combine(Board, "a"));
        Assert.Single(_store.Import(Board));
        builder.Scalar("loss", 2, 0.5f).WriteTo(Path.Combine(Board, "moved"));
        Directory.Delete(Path.Combine(Board, "a"), recursive: true);
        Assert.Empty(_store.Import(Board));
        Assert.Equal(1, _store.Count());
    }

    [Fact]
    public void Hyperparameters_in_a_folder_of_their_own_belong_to_the_run_around_it()
    {
        var run = Path.Combine(Board, "a");
        new EventFileBuilder().Scalar("loss", 1, 1).WriteTo(run);
        new EventFileBuilder().Hyperparameters(0.01, "adam", true).Scalar("hparam/accuracy", 0, 0.7f).WriteTo(Path.Combine(run, "1700000000.5"));
        var only = Assert.Single(_store.Import(Board));
        Assert.Equal("bias=true lr=0.01 opt=adam", string.Join(' ', only.Parameters.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(0.7, _store.Get("a").Metrics["hparam/accuracy"], 1e-6);
        Assert.Single(_store.List(new RunFilter { Where = "lr<0.02 and opt=adam" }));
    }

    [Fact]
    public void Runs_that_were_begun_at_once_are_told_apart_and_a_run_with_hyperparameters_and_curves_stays_one_of_its_own()
    {
        new EventFileBuilder().Scalar("loss", 1, 1).WriteTo(Board);
        new EventFileBuilder().Scalar("loss", 1, 2).WriteTo(Path.Combine(Board, "a"));
        new EventFileBuilder().Hyperparameters(0.1, "sgd", false).Scalar("loss", 1, 3).Scalar("loss", 2, 2).WriteTo(Path.Combine(Board, "b"));
        Assert.Equal(["board", "a", "b"], _store.Import(Board).Select(run => run.Name));
        Assert.Empty(_store.Get("board").Parameters);
    }

    [Fact]
    public void A_failed_session_is_a_failed_run()
    {
        new EventFileBuilder().Scalar("loss", 1, float.NaN).Hyperparameters(1, "sgd", false, status: 2).WriteTo(Board);
        Assert.Equal(RunStatus.Failed, Assert.Single(_store.Import(Board)).Status);
    }

    [Fact]
    public void A_long_curve_becomes_steps()
    {
        var builder = new EventFileBuilder();
        for (var step = 0; step < 3000; step++) builder.Scalar("loss", step, step);
        var run = Assert.Single(_store.Import(builder.WriteTo(Board)));
        Assert.Empty(_store.Epochs(run.Id));
        var steps = _store.Steps(run.Id);
        Assert.InRange(steps.Points.Length, 500, StepCurve.Capacity);
        Assert.Equal(3000, steps.Points.Sum(point => point.Count));
        Assert.Equal(2999, run.Metrics["loss"]);
    }

    [Fact]
    public void A_record_that_the_end_of_the_file_cuts_off_is_left_out()
    {
        var builder = new EventFileBuilder().Scalar("loss", 1, 1);
        var whole = builder.Length;
        var file = builder.Scalar("loss", 2, 0.5f).WriteTo(Board);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..(whole + 20)]);
        Assert.Single(_store.Epochs(Assert.Single(_store.Import(file)).Id));
    }

    [Fact]
    public void Damage_is_told_with_its_place_and_nothing_is_taken_in()
    {
        new EventFileBuilder().Scalar("loss", 1, 1).WriteTo(Path.Combine(Board, "a"));
        var builder = new EventFileBuilder().Scalar("loss", 1, 1);
        var place = builder.Length;
        var file = builder.Scalar("loss", 2, 0.5f).WriteTo(Path.Combine(Board, "b"));
        var bytes = File.ReadAllBytes(file);
        bytes[place + 14] ^= 1;
        File.WriteAllBytes(file, bytes);
        var message = Assert.Throws<ArgumentException>(() => _store.Import(Board)).Message;
        Assert.Contains($"{file} cannot be taken in: What begins at byte {place} is damaged", message);
        Assert.Equal(0, _store.Count());
    }

    [Fact]
    public void Files_that_are_none_are_refused()
    {
        var file = new EventFileBuilder().Raw(0x2A, 0x7F).WriteTo(Path.Combine(Board, "a"));
        Assert.Contains("A field is longer than its message in the record at byte", Assert.Throws<ArgumentException>(() => _store.Import(file)).Message);
        File.WriteAllText(file, "this is a text, and no event file at all");
        Assert.Contains("byte 0 is no record", Assert.Throws<ArgumentException>(() => _store.Import(file)).Message);
        File.WriteAllText(file, "");
        Assert.Contains("at byte 0 no record", Assert.Throws<ArgumentException>(() => _store.Import(file)).Message);
        File.Delete(file);
        Assert.Contains("has no event file", Assert.Throws<ArgumentException>(() => _store.Import(Board)).Message);
        Assert.Contains("ends in .jsonl or .csv", Assert.Throws<ArgumentException>(() => _store.Import("runs.xls")).Message);
    }

    [Fact]
    public void No_bytes_bring_the_reader_down()
    {
        var good = File.ReadAllBytes(new EventFileBuilder().Scalar("loss", 1, 1).TensorScalar("acc", 1, 0.5).Hyperparameters(0.1, "adam", true).WriteTo(Board));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var message = new byte[random.Next(1, 60)];
            random.NextBytes(message);
            var file = new EventFileBuilder().Raw(round % 2 == 0 ? message : Mutated(good[12..^4], random)).WriteTo(Board);
            try
            {
                _store.Import(file);
            }
            catch (ArgumentException)
            {
                // Refused in words.
            }
        }
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        for (var i = 0; i < 3; i++) copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }
}
