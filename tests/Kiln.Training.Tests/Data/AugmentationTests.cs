using TorchSharp;

namespace Kiln.Training.Tests.Data;

public sealed class AugmentationTests
{
    private static readonly PictureFrame Frame = new(1, 3, 4, [-1], [9]);

    private static float[] Numbers => [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3];

    [Fact]
    public void Flip_mirrors_rows() => Assert.Equal([4, 3, 2, 1, 8, 7, 6, 5, 3, 2, 1, 0], Changed(new Flip(1)));

    [Fact]
    public void Moving_lets_black_in()
    {
        float[] picture = Numbers;
        Moved.By(1, -1, picture, Frame);
        Assert.Equal([-1, -1, -1, -1, 2, 3, 4, -1, 6, 7, 8, -1], picture);
        Moved.By(5, 5, picture, Frame);
        Assert.All(picture, pixel => Assert.Equal(-1, pixel));
    }

    [Fact]
    public void Crop_moves_by_at_most_its_border_and_reaches_all_places()
    {
        var seen = new HashSet<(int, int)>();
        for (int seed = 0; seed < 300; seed++)
        {
            var picture = new float[49];
            picture[3 * 7 + 3] = 5;
            new Crop(2).Apply(picture, new PictureFrame(1, 7, 7, [0], [9]), new NumberStream(Seeds.Derive(seed, "test", 0)));
            int place = Array.IndexOf(picture, 5);
            seen.Add((place / 7 - 3, place % 7 - 3));
        }
        Assert.Equal(25, seen.Count);
        Assert.All(seen, move => Assert.True(Math.Abs(move.Item1) <= 2 && Math.Abs(move.Item2) <= 2));
    }

    [Fact]
    public void Turning_keeps_the_middle_and_moves_the_rim()
    {
        float[] picture = [0, 9, 0, 0, 9, 0, 0, 9, 0];
        var frame = new PictureFrame(1, 3, 3, [0], [9]);
        float[] before = [.. picture];
        new Rotate(0).Apply(picture, frame, new NumberStream(1));
        Assert.Equal(before, picture);
        new Rotate(90).Apply(picture, frame, new NumberStream(3));
        Assert.Equal(9, picture[4], 1e-4);
        Assert.NotEqual(before, picture);
    }

    [Fact]
    public void Brightness_and_contrast_stay_between_black_and_white()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Assert.All(Changed(new Brightness(0.9), seed), pixel => Assert.InRange(pixel, -1, 9));
            Assert.All(Changed(new Contrast(0.9), seed), pixel => Assert.InRange(pixel, -1, 9));
        }
        float[] lighter = Changed(new Brightness(0.1), 2);
        Assert.Equal(lighter[0] - 1, lighter[1] - 2, 1e-4);
    }

    [Fact]
    public void Cutout_blanks_a_square_with_the_mean()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var picture = new float[100];
            Array.Fill(picture, 3);
            new Cutout(4).Apply(picture, new PictureFrame(1, 10, 10, [-1], [9]), new NumberStream(Seeds.Derive(seed, "test", 0)));
            Assert.InRange(picture.Count(pixel => pixel == 0), 4, 16);
        }
    }

    [Fact]
    public void Words_are_dropped_and_replaced_but_padding_stays()
    {
        long[] tokens = [5, 6, 0, 0];
        new WordDropout(1, 1, 0).Apply(tokens, new NumberStream(1));
        Assert.Equal([1, 1, 0, 0], tokens);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("words.txt"), "big, Large unknown\nsmall\n");
        Synonyms synonyms = Synonyms.Read(folder.File("words.txt"), 1, ["<pad>", "big", "large", "small"]);
        tokens = [1, 2, 3, 0];
        synonyms.Apply(tokens, new NumberStream(1));
        Assert.Equal([2, 1, 3, 0], tokens);
    }

    [Fact]
    public void Mixup_mixes_inputs_and_targets_by_one_share()
    {
        using var scope = torch.NewDisposeScope();
        using DataSet data = DataSet.FromArrays("mine", [0, 1, 0, 1], [1], [0, 1, 0, 1], ["no", "yes"], new DataOptions { Split = "100/0/0", Normalize = false, Augment = "mixup(1)" });
        Batch batch = new BatchFeed(data, 4, 3).Epoch(1).Next()!;
        Assert.Equal([4, 2], batch.Targets.shape);
        Assert.Equal(batch.Inputs.flatten().data<float>().ToArray(), batch.Targets.select(1, 1).contiguous().data<float>().ToArray());
        Assert.All(batch.Targets.sum(1).data<float>().ToArray(), sum => Assert.Equal(1, sum, 1e-5));
        Assert.Contains(batch.Inputs.flatten().data<float>().ToArray(), value => value is > 0.01f and < 0.99f);
    }

    [Fact]
    public void The_same_seed_epoch_and_batch_give_the_same_values_whoever_prepares_them()
    {
        using DataSet data = BuiltIn.Load("digits", new DataOptions { Limit = 200, Augment = "flip, crop(1), rotate(10), brightness(0.1), mixup(0.2)" });
        Assert.Equal(Epoch(data, 1, 1), Epoch(data, 1, 1));
        Assert.NotEqual(Epoch(data, 1, 1), Epoch(data, 1, 2));
        Assert.NotEqual(Epoch(data, 1, 1), Epoch(data, 2, 1));
    }

    [Fact]
    public void Only_the_training_split_is_changed()
    {
        using DataSet plain = BuiltIn.Load("digits", new DataOptions { Limit = 200 });
        using DataSet changed = BuiltIn.Load("digits", new DataOptions { Limit = 200, Augment = "rotate(40)" });
        using var scope = torch.NewDisposeScope();
        torch.Tensor rows = torch.tensor(plain.Test.Indices.ToArray());
        Assert.True(plain.Gather(rows).Inputs.Equals(changed.Gather(rows).Inputs));
        Assert.Equal(plain.PixelsOf(0), changed.PixelsOf(0));
        Assert.NotEqual(plain.PixelsOf(0), changed.AugmentedPixelsOf(0, 0));
        Assert.Equal(changed.AugmentedPixelsOf(0, 1), changed.AugmentedPixelsOf(0, 1));
        Assert.NotEqual(plain.Fingerprint, changed.Fingerprint);
    }

    [Theory]
    [InlineData("digits", "flip,crp(4)", "Augmentation, word 2, 'crp(4)': there is no such augmentation. Did you mean 'crop'? Known: flip, crop, shift, rotate, brightness, contrast, cutout, mixup, drop-words, synonyms.")]
    [InlineData("digits", "rotate(much)", "Augmentation, word 1, 'rotate(much)': expected a number from 0 to 180, got 'much'. Write rotate(10): turned by up to so many degrees.")]
    [InlineData("digits", "flip, rotate(10", "Augmentation, word 2, 'rotate(10': its brackets do not match. Write rotate(10): turned by up to so many degrees.")]
    [InlineData("digits", "crop(1, 2)", "Augmentation, word 1, 'crop(1, 2)': expected 1 setting, got 2. Write crop(4): cut out anywhere of the picture with a black border of so many pixels.")]
    [InlineData("iris", "mixup,flip", "Augmentation, word 2, 'flip': it is for pictures, and 'iris' holds a table. Leave it out.")]
    [InlineData("digits", "drop-words", "Augmentation, word 1, 'drop-words': it is for texts, and 'digits' holds pictures. Leave it out.")]
    public void A_mistake_points_at_its_word(string data, string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<DataException>(() => BuiltIn.Load(data, new DataOptions { Augment = text })).Message);

    private static float[] Changed(IPictureChange change, int seed = 1)
    {
        float[] picture = Numbers;
        change.Apply(picture, Frame, new NumberStream(Seeds.Derive(seed, "test", 0)));
        return picture;
    }

    private static float[] Epoch(DataSet data, long seed, int epoch)
    {
        using var scope = torch.NewDisposeScope();
        var values = new List<float>();
        EpochBatches batches = new BatchFeed(data, 32, seed).Epoch(epoch);
        while (batches.Next() is { } batch) values.AddRange(batch.Inputs.flatten().data<float>().ToArray());
        return [.. values];
    }
}
