namespace Kiln.Notebooks.Tests.Magics;

public class ExportMagicTests : MagicFixture
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"kiln-{Guid.NewGuid():n}");

    [Fact]
    public async Task The_file_its_size_and_hash_and_the_lines_of_Python_are_shown()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        var run = Lab.Runs.List().Single();
        Host.Clear();
        await Run($"#!export {run.Id[..6]} {_path} --to safetensors");
        var bytes = new FileInfo(_path).Length;
        File.Delete(_path);
        Assert.StartsWith($"net of run {run.Id} is in {_path}\nsafetensors · ", Host.Text);
        Assert.Contains("SHA-256", Host.Text);
        Assert.Contains("model.load_state_dict(weights)", Host.Text);
        Assert.True(bytes > 2000);
    }

    [Theory]
    [InlineData("#!export", "RUN")]
    [InlineData("#!export none net.onnx", "none")]
    [InlineData("#!export none net.onnx --to pickle", "expected one of safetensors, onnx, got \"pickle\".")]
    public async Task A_mistake_is_told_in_one_message(string line, string part) => Assert.Contains(part, await Refusal(line));
}
