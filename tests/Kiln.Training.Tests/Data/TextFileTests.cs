namespace Kiln.Training.Tests.Data;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Characters_are_predicted_from_those_before_them()
    {
        using DataSet data = Load("abcabcabcabcabcabcabcabcabc", new TextOptions { Length = 4 });
        Assert.True(data.IsTokens);
        Assert.Equal(["a", "b", "c"], data.TargetNames);
        Assert.Equal("language-model", data.Task.Name);
        Assert.Equal([0, 1, 2, 0], data.Inputs[0].data<long>().ToArray());
        Assert.Equal([1, 2, 0, 1], data.Targets[0].data<long>().ToArray());
        Assert.Equal([1, 2, 0, 1], data.Inputs[1].data<long>().ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void No_character_is_in_two_splits(int? stride)
    {
        const int Length = 5;
        // Every character of this text is there once: what two splits share is a leak.
        string text = string.Concat(Enumerable.Range(0, 2000).Select(i => (char)(0x4E00 + i)));
        using DataSet data = Load(text, new TextOptions { Length = Length, Stride = stride, Vocabulary = 10_000 });
        HashSet<long>[] seen = [.. new[] { data.Train, data.Validation, data.Test }.Select(split =>
            split.Indices.SelectMany(i => data.Inputs[i].data<long>().ToArray().Concat(data.Targets[i].data<long>().ToArray())).ToHashSet())];
        Assert.Empty(seen[0].Intersect(seen[1]));
        Assert.Empty(seen[1].Intersect(seen[2]));
        Assert.Empty(seen[0].Intersect(seen[2]));
        Assert.All(seen, part => Assert.NotEmpty(part));
        Assert.True(data.Train.Indices.Max() < data.Validation.Indices.Min() && data.Validation.Indices.Max() < data.Test.Indices.Min());
    }

    [Fact]
    public void Folds_of_a_text_leak_nothing_either()
    {
        string text = string.Concat(Enumerable.Range(0, 1000).Select(i => (char)(0x4E00 + i)));
        string path = Write(text);
        for (int fold = 1; fold <= 4; fold++)
        {
            using DataSet data = DataSets.Load(DataSource.Text(path, new TextOptions { Length = 4, Stride = 2 }), new DataOptions { Folds = 4, Fold = fold });
            var test = data.Test.Indices.SelectMany(i => data.Inputs[i].data<long>().ToArray()).ToHashSet();
            var rest = data.Train.Indices.Concat(data.Validation.Indices).SelectMany(i => data.Targets[i].data<long>().ToArray()).ToHashSet();
            Assert.Empty(test.Intersect(rest));
        }
    }

    [Fact]
    public void Words_are_lower_case_and_rare_ones_unknown()
    {
        using DataSet data = Load("The cat. The dog! The cat.\nthe end", new TextOptions { Words = true, Length = 2, Vocabulary = 4 });
        Assert.Equal(["<unk>", ".", "cat", "the"], data.TargetNames);
        Assert.Equal([3, 2], data.Inputs[0].data<long>().ToArray());
    }

    [Fact]
    public void A_character_of_two_units_is_one_token()
    {
        using DataSet data = Load("😀a😀a😀a😀a😀a😀a", new TextOptions { Length = 2 });
        Assert.Equal(2, data.VocabularySize);
    }

    [Fact]
    public void What_is_no_text_or_too_short_is_refused()
    {
        Assert.Contains("11 characters make 0 pieces of 64, expected at least 3. Use a longer text or a smaller --length.",
            Assert.Throws<DataException>(() => Load("hello world", new TextOptions())).Message, StringComparison.Ordinal);
        File.WriteAllBytes(_folder.File("t.txt"), [0xFF, 0xC0, 0x80]);
        Assert.Contains("it is not UTF-8 text", Assert.Throws<DataException>(() => DataSets.Load(DataSource.Text(_folder.File("t.txt")))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such file", Assert.Throws<DataException>(() => DataSets.Load(DataSource.Text(_folder.File("none.txt")))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        File.WriteAllText(_folder.File("t.txt"), text);
        return _folder.File("t.txt");
    }

    private DataSet Load(string text, TextOptions options) => DataSets.Load(DataSource.Text(Write(text), options));
}
