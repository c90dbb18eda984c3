namespace Kiln.Notebooks.Tests.Magics;

public class DataMagicTests : MagicFixture
{
    [Fact]
    public async Task A_data_set_is_shown_with_its_classes_and_a_sample_sheet()
    {
        await Run("#!data digits");
        Assert.Equal(2, Host.Displays.Count);
        Assert.Contains("digits: 1,797 pictures of 8 × 8 pixels, grey, 10 classes", Host.Text);
        Assert.Contains("class  train  validation  test", Host.Text);
        Assert.Contains("data:image/svg+xml;base64,", Host.Displays[1].Bundle.Data[MimeBundle.Html]);
    }

    [Fact]
    public async Task The_alias_is_the_name_that_later_commands_use()
    {
        await Run("#!data digits --as few --limit 100 --normalize none");
        Assert.True(LabWorkspace.Current.Data.TryGet("few", out var data));
        Assert.Equal(100, data.Train.Count + data.Validation.Count + data.Test.Count);
        Assert.False(data.Options.Normalize);
        Assert.Contains("few: 100 pictures", Host.Text);
    }

    [Fact]
    public async Task Tables_have_no_sample_sheet()
    {
        await Run("#!data iris");
        Assert.Contains("iris: 150 examples of 4 numbers each, 3 classes", Host.Text);
        Assert.Single(Host.Displays);
    }

    [Theory]
    [InlineData("#!data digit", "Did you mean 'digits'?")]
    [InlineData("#!data digits --split 50/50", "50/50")]
    [InlineData("#!data digits --limit 0", "0")]
    [InlineData("#!data", "#!data: NAME is missing (a built-in data set, or csv, idx, images, text or from). For example: #!data fashion-mnist")]
    [InlineData("#!data csv", "#!data csv: what is to be loaded is missing. For example: #!data csv houses.csv --target price")]
    [InlineData("#!data csv none.csv --target y", "Read none.csv: there is no such file or folder.")]
    [InlineData("#!data digits more", "#!data digits: \"more\" is one word too many.")]
    [InlineData("#!data idx images.gz", "#!data idx: expected 2 files (images, labels) or 4 (and those of the test split), got 1.")]
    [InlineData("#!data from rows --target y", "#!data from: there is no variable rows in this session. Run the cell that declares it first.")]
    [InlineData("#!data images pets --size big", "#!data --size: expected height and width such as 64x64, got \"big\".")]
    [InlineData("#!data csv a.csv --target y --separator ;;", "#!data --separator: expected one sign such as , or ; or the word tab, got \";;\".")]
    [InlineData("#!data iris --separator ;", "#!data iris: --separator is for csv. Leave it out.")]
    [InlineData("#!data moons --target x", "#!data moons: --target is for csv and from. Leave it out.")]
    [InlineData("#!data csv a.csv --target y --size 8x8", "#!data csv: --size is for images. Leave it out.")]
    [InlineData("#!data images pets --words", "#!data images: --words is for text. Leave it out.")]
    [InlineData("#!data text book.txt --noise 1", "#!data text: --noise is for generators. Leave it out.")]
    [InlineData("#!data iris --noise 1", "iris")]
    [InlineData("#!data iris --fold 2", "Fold 2: of how many? Give the number of folds, too, for example --folds 5 --fold 2.")]
    public async Task A_mistake_is_told_in_one_message(string line, string part) => Assert.Contains(part, await Refusal(line));

    [Fact]
    public async Task A_csv_file_is_shown_with_its_columns_its_target_and_what_was_missing()
    {
        var path = Write("houses.csv", "size,town,price\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i == 3 ? "" : 50 + i)},{(i % 2 == 0 ? "Ulm" : "Bonn")},{1000 * i + 0.5}\n")));
        await Run($"#!data csv \"{path}\" --target price --as homes");
        Assert.Contains("homes: 40 examples of 2 numbers each, to predict price", Host.Text);
        Assert.Matches(@"size +number +50 to 89 +1\n", Host.Text);
        Assert.Matches(@"town +categories +Bonn, Ulm\n", Host.Text);
        Assert.Matches(@"price +target +to be predicted: 0\.5 to 39,00", Host.Text);
        Assert.Contains("Warning: price has mean", Host.Text);
        Assert.Contains("--normalize-targets", Host.Text);
        Assert.Contains("Examples of the training split", Host.Text);
        Assert.Single(Host.Displays);
    }

    [Fact]
    public async Task A_text_is_shown_with_an_excerpt()
    {
        var path = Write("book.txt", string.Concat(Enumerable.Repeat("All work and no play. ", 40)));
        await Run($"#!data text {path} --length 16 --as book");
        Assert.Contains("book: 52 texts of 16 tokens each, 13 different, to predict each next one", Host.Text);
        Assert.Contains("All work and no ", Host.Text);
    }

    [Fact]
    public async Task Variables_become_data()
    {
        Host.Variables["rows"] = Enumerable.Range(0, 30).Select(i => new { Size = i, Kind = i % 3 == 0 ? "a" : "b" }).ToList();
        await Run("#!data from rows --target Kind --stratify");
        Assert.Contains("rows: 30 examples of 1 number each, 2 classes", Host.Text);
        Host.Variables["x"] = new double[6, 2];
        Host.Variables["y"] = new[] { 0, 1, 0, 1, 0, 1 };
        await Run("#!data from x --target y --split 100/0/0");
        Host.Variables["pair"] = (new double[6, 2], new[] { 0.5, 1, 2.5, 1, 0, 1 });
        await Run("#!data from pair --split 100/0/0 --normalize-targets");
        Assert.Contains("to predict target", Host.Text);
        Assert.Contains("x holds inputs alone", await Refusal("#!data from x"));
    }

    [Fact]
    public async Task Generators_take_their_settings_and_show_their_points()
    {
        await Run("#!data moons(n=60, noise=0.2) --as halves");
        Assert.Contains("halves: 60 examples of 2 numbers each, 2 classes", Host.Text);
        Assert.Equal(2, Host.Displays.Count);
        await Run("#!data line --noise 0");
        Assert.Contains("line: 200 examples of 1 number each, to predict y", Host.Text);
    }

    private static string Write(string name, string text)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }
}
