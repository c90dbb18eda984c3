using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.TensorBoard;

/// <summary>Event files, read back by an independent reader.</summary>
public sealed class SummaryWriterTests
{
    [Fact]
    public void Scalars_have_their_tag_step_and_time()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path, filename_suffix: "mine");
        writer.add_scalar("loss/train", 0.25f, global_step: 7, walltime: 1_600_000_000);
        writer.add_scalar("loss/train", -2.5f, -1);
        Assert.Equal(folder.Path, writer.LogDir);
        var (name, events) = EventReader.Read(folder.Path).Single();
        Assert.Matches(@"^events\.out\.tfevents\.\d{10}\..+\.\d+\.\d+\.mine$", name);
        Assert.Equal((1_600_000_000.0, 7), (events[0].GetProperty("time").GetDouble(), events[0].GetProperty("step").GetInt32()));
        var value = events[0].GetProperty("summary").GetProperty("values")[0];
        Assert.Equal(("loss/train", 0.25), (value.GetProperty("tag").GetString(), value.GetProperty("scalar").GetDouble()));
        Assert.Equal(-1, events[1].GetProperty("step").GetInt32());
    }

    [Fact]
    public void Scalars_of_one_diagram_are_runs_in_folders_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        writer.add_scalars("loss/all", new Dictionary<string, float> { ["train"] = 1, ["test"] = 2 }, 1);
        writer.add_scalars(main_tag: "loss/all", tag_scalar_dict: [("train", 3f)], global_step: 2, walltime: 5);
        writer.add_scalars("accuracy", [("train", 4f)], 1);
        var runs = EventReader.Read(folder.Path).ToDictionary(file => Path.GetDirectoryName(file.Key)!, file => string.Join(" ", file.Value.ConvertAll(Scalar)));
        Assert.Equal(["", "accuracy_train", "loss_all_test", "loss_all_train"], runs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("loss/all=1@1 loss/all=3@2", runs["loss_all_train"]);
        Assert.Equal("accuracy=4@1", runs["accuracy_train"]);
    }

    [Fact]
    public void Texts_are_strings_for_the_text_plugin()
    {
        using var folder = new TemporaryFolder();
        utils.tensorboard.SummaryWriter(folder.Path).add_text(tag: "note", text_string: "learning rate **0.1** — größer", global_step: 1);
        var value = EventReader.Values(folder.Path).Single();
        Assert.Equal("note/text_summary", value.GetProperty("tag").GetString());
        Assert.Equal("""{"dtype":7,"shape":{"dims":[{"size":1}]},"strings":["learning rate **0.1** — größer"]}""", JsonSerializer.Serialize(value.GetProperty("tensor"), Plain));
        Assert.Equal("""{"plugin":{"name":"text","content":""}}""", JsonSerializer.Serialize(value.GetProperty("metadata"), Plain));
    }

    [Fact]
    public void Pictures_of_every_order_of_dimensions_are_pngs()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        var red = tensor(new byte[] { 1, 2, 3, 4, 5, 6 }).reshape(2, 3);
        var picture = stack([red, red + 10, red + 20]);
        writer.add_img("chw", img_tensor: picture, global_step: 1, walltime: null, dataformats: "CHW");
        writer.add_img("hwc", picture.permute(1, 2, 0), 1, dataformats: "HWC");
        writer.add_img("hw", tensor(new[] { 0f, 0.5f, 1.5f, -1 }).reshape(2, 2), 1, dataformats: "HW");
        writer.add_img("rgba", cat([picture, red.unsqueeze(0) + 30]), 1);
        writer.add_img("nchw", arange(10, ScalarType.Byte).reshape(10, 1, 1, 1), 1, dataformats: "NCHW");
        var pictures = EventReader.Values(folder.Path).ToDictionary(value => value.GetProperty("tag").GetString()!, value => Text(value.GetProperty("image")));
        Assert.Equal("2x3x3 [[1,11,21,2,12,22,3,13,23],[4,14,24,5,15,25,6,16,26]]", pictures["chw"]);
        Assert.Equal(pictures["chw"], pictures["hwc"]);
        Assert.Equal("2x2x3 [[0,0,0,127,127,127],[255,255,255,0,0,0]]", pictures["hw"]);
        Assert.Equal("2x3x4 [[1,11,21,31,2,12,22,32,3,13,23,33],[4,14,24,34,5,15,25,35,6,16,26,36]]", pictures["rgba"]);
        Assert.Equal("2x8x3 [[0,0,0,1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,6,6,6,7,7,7],[8,8,8,9,9,9,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]]", pictures["nchw"]);
    }

    [Fact]
    public void A_picture_that_does_not_fit_its_format_is_an_error()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        Assert.Contains("got \"CWW\"", Assert.Throws<ArgumentException>(() => writer.add_img("x", ones(3, 2, 2), 1, dataformats: "CWW")).Message);
        Assert.Contains("expected a tensor of 3 dimensions for dataformats \"CHW\", got (2, 2)", Assert.Throws<ArgumentException>(() => writer.add_img("x", ones(2, 2), 1)).Message);
        Assert.Contains("expected 1, 3 or 4 channels, got 2", Assert.Throws<ArgumentException>(() => writer.add_img("x", ones(2, 4, 4), 1)).Message);
    }

    [Fact]
    public void Files_of_pictures_are_taken_as_they_are()
    {
        using var folder = new TemporaryFolder();
        using var files = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        File.WriteAllBytes(files.File("a.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 5, 0, 7, 3, 0, 0, 0]);
        File.WriteAllBytes(files.File("a.txt"), "no picture"u8.ToArray());
        writer.add_img("file", file_name: files.File("a.jpg"), global_step: 1);
        var image = EventReader.Values(folder.Path).Single().GetProperty("image");
        Assert.Equal((5, 7, 21), (image.GetProperty("height").GetInt32(), image.GetProperty("width").GetInt32(), image.GetProperty("data").GetProperty("bytes").GetInt32()));
        Assert.Contains("expected a PNG, JPEG or GIF file", Assert.Throws<InvalidDataException>(() => writer.add_img("x", files.File("a.txt"), 1)).Message);
    }

    [Fact]
    public void Films_are_animated_gifs_side_by_side()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        manual_seed(1);
        writer.add_video("grey", vid_tensor: (arange(2 * 3 * 1 * 1 * 2).reshape(2, 3, 1, 1, 2) * 20).to_type(ScalarType.Byte), global_step: 1, fps: 10);
        writer.add_video("colour", rand(new long[] { 3, 2, 3, 40, 50 }), 2);
        var values = EventReader.Values(folder.Path);
        var grey = values[0].GetProperty("image");
        Assert.Equal((1, 4, 10), (grey.GetProperty("height").GetInt32(), grey.GetProperty("width").GetInt32(), grey.GetProperty("data").GetProperty("delay").GetInt32()));
        var first = grey.GetProperty("data").GetProperty("frames")[0].EnumerateArray().Select(channel => channel.GetInt32()).ToList();
        int[] expected = [0, 0, 0, 20, 20, 20, 120, 120, 120, 140, 140, 140];
        Assert.All(expected.Zip(first), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));
        var colour = values[1].GetProperty("image");
        // Three films and a black one in a row; the length of a frame shows that its code was read to the end.
        Assert.Equal((40, 200, 2), (colour.GetProperty("height").GetInt32(), colour.GetProperty("width").GetInt32(), colour.GetProperty("data").GetProperty("frames").GetArrayLength()));
        Assert.Throws<ArgumentException>(() => writer.add_video("x", ones(3, 4, 4), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.add_video("x", ones(new long[] { 1, 1, 1, 4, 4 }), 1, fps: 0));
    }

    [Fact]
    public void Hyperparameters_and_what_they_reached_are_a_run_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        writer.add_hparams(new Dictionary<string, object> { ["lr"] = 0.5, ["layers"] = 3, ["kind"] = "adam", ["wide"] = true }, new Dictionary<string, float> { ["accuracy"] = 0.75f }, "trial");
        var (_, events) = EventReader.Read(folder.Path).Single(file => file.Key.StartsWith("trial", StringComparison.Ordinal));
        var values = events.ConvertAll(entry => entry.GetProperty("summary").GetProperty("values")[0]);
        Assert.Equal(["_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info", "accuracy"], values.Select(value => value.GetProperty("tag").GetString()));
        Assert.Equal("""{"experiment":{"hparams":[{"name":"lr","type":3},{"name":"layers","type":3},{"name":"kind","type":1},{"name":"wide","type":2}],"metrics":[{"name":{"tag":"accuracy"}}]}}""", Content(values[0]));
        Assert.Equal("""{"start":{"hparams":[{"name":"lr","value":{"number":0.5}},{"name":"layers","value":{"number":3.0}},{"name":"kind","value":{"text":"adam"}},{"name":"wide","value":{"truth":1}}]}}""", Content(values[1]));
        Assert.Equal("""{"end":{"status":1}}""", Content(values[2]));
        Assert.Contains("for \"x\", got Int32[]", Assert.Throws<ArgumentException>(() => writer.add_hparams(new Dictionary<string, object> { ["x"] = new[] { 1 } }, new Dictionary<string, float>())).Message);
    }

    [Fact]
    public void A_run_without_a_name_is_named_after_its_time()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path, createRunName: true);
        Assert.Equal(folder.Path, Path.GetDirectoryName(writer.LogDir));
        Assert.Matches(@"^[A-Z][a-z]{2}\d\d_\d\d-\d\d-\d\d_.+$", Path.GetFileName(writer.LogDir));
        Assert.Empty(EventReader.Read(folder.Path).Single().Value);
    }

    [Fact]
    public void Events_of_several_threads_are_all_whole()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        Parallel.For(0, 100, step => writer.add_scalar("x", step, step));
        Assert.Equal(Enumerable.Range(0, 100), EventReader.Read(folder.Path).Single().Value.Select(entry => entry.GetProperty("step").GetInt32()).Order());
    }

    [Fact]
    public void A_folder_that_was_cleared_is_begun_anew()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.File("run"));
        Directory.Delete(folder.File("run"), recursive: true);
        writer.add_scalar("x", 1, 1);
        Assert.Single(EventReader.Read(folder.Path).Single().Value);
    }

    [Fact]
    public void A_missing_tag_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        Assert.Contains("expected a tag", Assert.Throws<ArgumentException>(() => writer.add_scalar("", 1, 1)).Message);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Scalar(JsonElement entry)
    {
        var value = entry.GetProperty("summary").GetProperty("values")[0];
        return $"{value.GetProperty("tag")}={value.GetProperty("scalar").GetDouble()}@{entry.GetProperty("step")}";
    }

    private static string Content(JsonElement value) => Compact(value.GetProperty("metadata").GetProperty("plugin").GetProperty("content"));

    private static string Text(JsonElement image) =>
        $"{image.GetProperty("height")}x{image.GetProperty("width")}x{image.GetProperty("colorspace")} {Compact(image.GetProperty("data").GetProperty("pixels"))}";

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Plain);
}
