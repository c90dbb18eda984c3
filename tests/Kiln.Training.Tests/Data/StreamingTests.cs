using TorchSharp;

namespace Kiln.Training.Tests.Data;

public sealed class StreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pictures_kept_as_bytes_give_the_same_batches_bit_for_bit()
    {
        using DataSet whole = BuiltIn.Load("digits");
        using DataSet bytes = BuiltIn.Load("digits", new DataOptions { MemoryBudget = 1000 });
        Assert.False(whole.IsStreamed);
        Assert.True(bytes.IsStreamed);
        Assert.Equal(whole.Fingerprint, bytes.Fingerprint);
        Assert.Equal(whole.PixelsOf(7), bytes.PixelsOf(7));
        AssertSameBatches(whole, bytes);
        Assert.Contains("larger than the memory budget", Assert.Throws<DataException>(() => bytes.Inputs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_left_in_their_files_give_the_same_batches_too()
    {
        for (int i = 0; i < 12; i++)
            PictureDrawing.Save(_folder.File($"{(i % 2 == 0 ? "a" : "b")}/{i}.png"), "png", 5, 6, (y, x) => ((byte)(20 * i + y), (byte)(10 * x), 3));
        using DataSet whole = Load(null);
        using DataSet files = Load(500);
        Assert.True(files.IsStreamed);
        Assert.Equal(whole.InputShape, files.InputShape);
        Assert.Equal(whole.Scaling.Mean, files.Scaling.Mean);
        AssertSameBatches(whole, files);
        Assert.Contains(files.Facts.Remarks, remark => remark.Contains("decoded batch by batch", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_that_goes_away_in_mid_training_is_named()
    {
        for (int i = 0; i < 6; i++) PictureDrawing.Plain(_folder.File($"{(i % 2 == 0 ? "a" : "b")}/{i}.png"), "png", 4, 4, (byte)(10 * i));
        using DataSet files = Load(10);
        File.Delete(_folder.File("a/2.png"));
        using var scope = torch.NewDisposeScope();
        EpochBatches batches = new BatchFeed(files, 6, 0).Epoch(1);
        Assert.Contains("a/2.png: there is no such file", Assert.Throws<DataException>(() => batches.Next()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_comes_once_in_an_epoch_also_when_it_is_prepared_ahead()
    {
        using DataSet data = BuiltIn.Load("digits", new DataOptions { Augment = "brightness(0)", Normalize = false });
        using var scope = torch.NewDisposeScope();
        foreach (int size in new[] { 1, 64, int.MaxValue })
        {
            var feed = new BatchFeed(data, size, 5);
            EpochBatches batches = feed.Epoch(2);
            long count = 0;
            while (batches.Next() is { } batch && count < 3000) count += batch.Count;
            Assert.Equal(feed.Plan.Examples, count);
        }
    }

    public void Dispose() => _folder.Dispose();

    private DataSet Load(long? budget) => DataSets.Load(DataSource.Images(_folder.Path), new DataOptions { Split = "100/0/0", MemoryBudget = budget });

    private static void AssertSameBatches(DataSet one, DataSet other)
    {
        using var scope = torch.NewDisposeScope();
        EpochBatches a = new BatchFeed(one, 50, 1).Epoch(1), b = new BatchFeed(other, 50, 1).Epoch(1);
        int count = 0;
        while (a.Next() is { } expected)
        {
            Batch got = b.Next()!;
            Assert.Equal(expected.Inputs.flatten().data<float>().ToArray(), got.Inputs.flatten().data<float>().ToArray());
            Assert.Equal(expected.Targets.data<long>().ToArray(), got.Targets.data<long>().ToArray());
            count++;
        }
        Assert.Null(b.Next());
        Assert.True(count > 0);
        Assert.True(one.Gather(torch.tensor(new long[] { 3, 1 })).Inputs.Equals(other.Gather(torch.tensor(new long[] { 3, 1 })).Inputs));
    }
}
