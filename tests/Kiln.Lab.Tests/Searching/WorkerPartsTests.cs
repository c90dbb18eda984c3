using System.Text.Json;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Small parts of worker processes.</summary>
public class WorkerPartsTests
{
    [Fact]
    public void A_message_comes_back_as_it_was_sent()
    {
        var message = new WorkerMessage(WorkerEvent.Refused) { Trial = 3, Run = "0abc", Text = "ä \"quoted\"\nline" };
        Assert.Equal(message, WorkerMessage.Read(message.ToString()));
        Assert.DoesNotContain('\n', message.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("something that a library prints")]
    [InlineData("kiln-worker ")]
    [InlineData("kiln-worker {\"Kind\":\"Bomb\"}")]
    [InlineData("kiln-worker [1,2")]
    public void What_is_no_message_is_not_taken_for_one(string line) => Assert.Null(WorkerMessage.Read(line));

    [Theory]
    [InlineData(137, "killed by signal 9 (out of memory?)")]
    [InlineData(139, "killed by signal 11 (a library touched memory that is not its own)")]
    [InlineData(166, "killed by signal 38")]
    [InlineData(3, "killed with its worker, which ended with exit code 3")]
    public void The_end_of_a_worker_is_told_in_words(int code, string words) => Assert.Equal(words, ExitWords.Of(code));

    [Theory]
    [InlineData("2GB", 2_000_000_000L)]
    [InlineData("2G", 2L << 30)]
    [InlineData("1.5 gib", 3L << 29)]
    [InlineData("500mb", 500_000_000L)]
    [InlineData("64 KiB", 65536L)]
    [InlineData("4096", 4096L)]
    [InlineData("0", null)]
    [InlineData("-1GB", null)]
    [InlineData("GB", null)]
    [InlineData("1e300", null)]
    [InlineData("NaN", null)]
    public void Sizes_of_memory_are_read_as_people_type_them(string text, long? bytes) => Assert.Equal(bytes, ByteCount.Parse(text));

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(44_321, "44.3 kB")]
    [InlineData(999_960, "1 MB")]
    [InlineData(12_000_000, "12 MB")]
    [InlineData(2_000_000_000, "2 GB")]
    [InlineData(16_750_000_000, "16.8 GB")]
    [InlineData(3_000_000_000_000_000, "3000 TB")]
    public void Sizes_are_written_with_the_unit_in_which_they_are_read(long bytes, string text) => Assert.Equal(text, ByteCount.Text(bytes));

    [Fact]
    public void A_person_reads_lines_and_no_signs_of_life()
    {
        using var text = new StringWriter();
        var output = new WorkerOutput(text, isManaged: false);
        output.Alive();
        output.Tell(new WorkerMessage(WorkerEvent.Begin) { Trial = 2, Run = "0abc" });
        output.Tell(new WorkerMessage(WorkerEvent.End) { Trial = 2, Run = "0abc", Text = "val_accuracy 0.98" });
        Assert.Equal("trial 2: run 0abc begins\ntrial 2: val_accuracy 0.98\n", text.ToString());
    }

    [Fact]
    public void Options_are_written_as_they_always_were()
    {
        var options = new TrainOptions { Lr = 0.003, Clip = 1, Schedule = "cosine", MaxTime = TimeSpan.FromSeconds(3) };
        Assert.Equal(JsonSerializer.Serialize(options), JsonSerializer.Serialize(options, LabJson.Default.TrainOptions));
        Assert.Equal(JsonSerializer.Serialize(options), JsonSerializer.SerializeToNode(options, LabJson.Default.TrainOptions)!.ToJsonString());
    }

    [Fact]
    public void A_recipe_comes_back_as_it_was_written()
    {
        var recipe = new StudyRecipe
        {
            Kiln = "0.1.0",
            Sampler = "tpe",
            Model = "net",
            Cells = ["#!data digits", "#!model net\nLinear(classes)"],
            Search = new SearchOptions { Space = "lr=log(1e-4,1)", Maximize = false, Grace = 2, Timeout = TimeSpan.FromMinutes(1), Enqueue = ["lr=1"], Train = new TrainOptions { Lr = 0.1 } },
        };
        var text = JsonSerializer.Serialize(recipe, LabJson.Default.StudyRecipe);
        Assert.Equal(JsonSerializer.Serialize(recipe), text);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, LabJson.Default.StudyRecipe)));
    }

    [Fact]
    public void A_cell_that_runs_again_is_shared_once_in_its_new_place()
    {
        var sources = new CellSources();
        sources.AddShared("#!shared\nint a = 1;");
        sources.AddShared("#!shared\nint b = 2;");
        sources.AddShared("#!shared\nint a = 1;");
        Assert.Equal(["#!shared\nint b = 2;", "#!shared\nint a = 1;"], sources.Shared);
    }

    [Fact]
    public void A_definition_that_code_put_in_the_place_of_a_cell_s_has_no_cell()
    {
        var (sources, ofCell, ofCode) = (new CellSources(), new object(), new object());
        sources.Set(ofCell, new CellSource("#!model net", []));
        Assert.NotNull(sources.Find(ofCell));
        Assert.Null(sources.Find(ofCode));
    }
}
