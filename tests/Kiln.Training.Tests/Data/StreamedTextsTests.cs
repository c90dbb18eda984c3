using System.Text;
using Kiln.Training.Tests.Fit;
using static Kiln.Training.Layers;

namespace Kiln.Training.Tests.Data;

/// <summary>A text whose tokens do not fit in memory is the same data set, bit for bit.</summary>
public sealed class StreamedTextsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false, null, 1)]
    [InlineData(false, 3, 1)]
    [InlineData(true, null, 1)]
    [InlineData(true, 5, 20_000)]
    [InlineData(false, 2, 400_000)]
    public void Tokens_in_a_file_give_the_same_data_set(bool words, int? stride, long budget)
    {
        string path = Write(Story(3000));
        var options = new TextOptions { Words = words, Length = 12, Stride = stride, Vocabulary = 60 };
        using DataSet whole = Load(path, options, null), streamed = Load(path, options, budget);
        Assert.False(whole.IsStreamed);
        Assert.True(streamed.IsStreamed);
        SameData.Assert(whole, streamed);
        Assert.Contains("its targets are larger than the memory budget", Assert.Throws<DataException>(() => streamed.Targets).Message, StringComparison.Ordinal);
        Assert.Contains(streamed.Facts.Remarks, remark => remark.Contains("kept in a temporary file and read batch by batch", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_lie_across_two_parts_of_a_long_text_stay_whole()
    {
        // Longer than a part that is read at once, with lines of every kind of end.
        string text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"wort{i % 37}{(i % 5 == 0 ? "\r\n" : i % 7 == 0 ? "\r" : " ")}"));
        using DataSet data = Load(Write(text), new TextOptions { Words = true, Length = 10, Vocabulary = 1000 }, null);
        Assert.Equal([.. Enumerable.Range(0, 37).Select(i => $"wort{i}").Append("\n").Order(StringComparer.Ordinal)], data.TargetNames);
        string[] read = [.. Enumerable.Range(0, 3000).SelectMany(i => data.Inputs[i].data<long>().ToArray()).Select(token => data.TargetNames[(int)token])];
        Assert.Equal(Tokens.Words(text.ReplaceLineEndings("\n")).Take(read.Length), read);
    }

    [Fact]
    public void Characters_of_two_units_stay_whole_too()
    {
        string text = "a" + string.Concat(Enumerable.Repeat("😀", 40_000)) + "b";
        using DataSet data = Load(Write(text), new TextOptions { Length = 10 }, null);
        Assert.Equal(["a", "b", "😀"], data.TargetNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("drop-words(0.2)")]
    public async Task A_run_on_them_has_the_weights_of_one_in_memory(string augment)
    {
        string path = Write(Story(400));
        Assert.Equal(await Weights(null), await Weights(1));

        async Task<Dictionary<string, byte[]>> Weights(long? budget)
        {
            using DataSet data = Load(path, new TextOptions { Words = true, Length = 8, Vocabulary = 30 }, budget, augment);
            var model = new ModelDefinition("words", "words", context => LayerStack.Build([Embedding(8), LSTM(8), Linear(30)], context));
            (TrainingResult result, _) = await TestRuns.Run(TestRuns.Job(data, model, new TrainOptions { Epochs = 2, Batch = 16 }));
            Assert.Equal((TrainingOutcome.Finished, null), (result.Outcome, result.Reason));
            return TestRuns.Bits(result.Module!);
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        File.WriteAllText(_folder.File("story.txt"), text);
        return _folder.File("story.txt");
    }

    private static DataSet Load(string path, TextOptions options, long? budget, string augment = "") =>
        DataSets.Load(DataSource.Text(path, options), new DataOptions { MemoryBudget = budget, Augment = augment });

    private static string Story(int sentences)
    {
        var random = new Random(3);
        string[] words = ["The", "cat", "dog's", "sees", "Ärger", "😀", "house", "don't", "42", "mouse", "—", "it"];
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++)
        {
            for (int w = random.Next(3, 9); w > 0; w--) text.Append(words[random.Next(words.Length)]).Append(random.Next(40) == 0 ? $" rare{i}" : "").Append(' ');
            text.Append(i % 3 == 0 ? ".\r\n" : "! ");
        }
        return text.ToString();
    }
}
