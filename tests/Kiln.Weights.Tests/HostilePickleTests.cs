using System.IO.Compression;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>.pt files that lie, attack, are cut short, or are something else.</summary>
public sealed class HostilePickleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_the_others_are_variants_of_is_valid()
    {
        using var scope = NewDisposeScope();
        var tensors = StateDict.Load(Write(PickleText.Entry(p => p.Tensor("0", 6, 0, [2, 3], [3, 1]))));
        Assert.Equal([2, 3], tensors["x"].shape);
    }

    [Theory]
    [InlineData("posix", "system"), InlineData("builtins", "eval"), InlineData("__builtin__", "exec"), InlineData("subprocess", "Popen")]
    [InlineData("torch", "load"), InlineData("torch.hub", "load"), InlineData("collections", "OrderedDict.__init__"), InlineData("", ""), InlineData("torch._utils", "_import_dotted_name")]
    public void A_pickle_that_would_run_something_is_refused_by_its_name(string module, string name)
    {
        string mark = _folder.File("ran");
        var error = Refused(PickleText.Entry(p => p.Global(module, name).Code("(").Text($"touch {mark}").Code("tR")));
        Assert.Contains($"asks for the Python object {module}.{name}", error);
        Assert.Contains("torch.save(model.state_dict(), path)", error);
        Assert.False(File.Exists(mark));
    }

    public static TheoryData<long, long[], long[]> BadViews => new()
    {
        { 0, [7], [1] }, { 1, [6], [1] }, { 6, [1], [1] }, { 0, [2, 3], [4, 1] }, { 0, [2], [long.MaxValue] },
        { long.MaxValue, [1], [1] }, { 0, [long.MaxValue, long.MaxValue], [0, 0] }, { 0, [2, 3], [3] },
        { 5, [2, 2], [long.MaxValue, long.MaxValue] }, { 0, [1L << 62, 4], [0, 0] }, { 7, [0], [1] },
        { -1, [1], [1] }, { 0, [-1], [1] }, { 0, [2], [-1] }, { long.MinValue, [1], [1] },
    };

    [Theory, MemberData(nameof(BadViews))]
    public void A_view_that_leaves_its_storage_is_refused(long offset, long[] shape, long[] strides) =>
        Assert.Contains("torch._utils._rebuild_tensor_v2 got", Refused(PickleText.Entry(p => p.Tensor("0", 6, offset, shape, strides))));

    [Theory]
    [InlineData("0", 7, "has 24 bytes, too few for 7 elements")]
    [InlineData("0", long.MaxValue, "has 24 bytes, too few")]
    [InlineData("0", -6, "not a storage")]
    [InlineData("1", 6, "storage '1' is not there")]
    [InlineData("../../../../etc/passwd", 6, "storage '../../../../etc/passwd' is not there")]
    [InlineData("/etc/passwd", 6, "is not there")]
    [InlineData("..", 6, "is not there")]
    public void A_storage_that_is_not_in_the_archive_is_refused(string key, long elements, string reason) =>
        Assert.Contains(reason, Refused(PickleText.Entry(p => p.Tensor(key, elements, 0, [1], [1]))));

    [Fact]
    public void One_storage_of_two_types_is_refused() =>
        Assert.Contains("in two different ways", Refused(PickleText.Entry(p => p.Code("(").Tensor("0", 6, 0, [6], [1]).Tensor("0", 3, 0, [3], [1], "DoubleStorage").Code("t"))));

    [Fact]
    public void A_view_that_repeats_elements_takes_no_memory_for_them()
    {
        using var scope = NewDisposeScope();
        var tensors = StateDict.Load(Write(PickleText.Entry(p => p.Tensor("0", 6, 2, [1L << 30, 1, 3], [0, 0, 1]))));
        Assert.Equal([1L << 30, 1, 3], tensors["x"].shape);
        Assert.Equal(0, tensors["x"].stride(0));
    }

    [Fact]
    public void Overlapping_windows_may_not_unfold_to_more_than_the_file()
    {
        var storage = new byte[400_000];
        string path = Write(PickleText.Entry(p => p.Tensor("0", 100_000, 0, [50_000, 50_000], [1, 1])), storage);
        Assert.Contains("more memory than the file", Assert.Throws<WeightsFileException>(() => StateDict.Load(path)).Message);
    }

    [Fact]
    public void Lists_that_contain_themselves_or_nest_without_end_are_refused()
    {
        Assert.Contains("contain themselves", Refused(new PickleText().Code("]q\0h\0a.").ToArray()));
        Assert.Contains("contain themselves", Refused(new PickleText().Code("}q\0").Text("x").Code("h\0s.").ToArray()));
        Assert.Contains("nested deeper than 64", Refused(new PickleText().Code(new string(']', 1000) + new string('a', 999) + ".").ToArray()));
        Assert.Contains("keeps too many values open", Refused(new PickleText().Code(new string('(', 3_000_000) + ".").ToArray()));
    }

    [Fact]
    public void Lists_that_share_lists_may_not_unfold_to_billions()
    {
        // Each list is dropped from the stack and lives on in the memo, twice in the next.
        var bomb = new PickleText().Code("]q\0");
        for (byte i = 1; i < 60; i++) bomb.Code("0](h").Raw((byte)(i - 1)).Code("h").Raw((byte)(i - 1)).Code("eq").Raw(i);
        Assert.Contains("unfold to more", Refused(bomb.Code(".").ToArray()));
    }

    [Theory, InlineData('}'), InlineData(']'), InlineData('K')]
    public void A_pickle_may_not_ask_for_far_more_memory_than_its_file_has(char what)
    {
        // A list of millions of the smallest values there are, in batches as Python writes them.
        var pickle = new PickleText().Code("]");
        string batch = "(" + (what == 'K' ? string.Concat(Enumerable.Repeat("K\x05", 1000)) : new string(what, 1000)) + "e";
        for (int i = 0; i < 5000; i++) pickle.Code(batch);
        string path = Write(pickle.Code(".").ToArray());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("more memory than the file", Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(path)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, new FileInfo(path).Length + (200L << 20));
    }

    [Theory]
    [InlineData("o", "instruction 0x6f"), InlineData("i", "instruction 0x69"), InlineData("\x81", "instruction 0x81"), InlineData("2", "instruction 0x32")]
    [InlineData("P", "instruction 0x50"), InlineData("\x82", "instruction 0x82"), InlineData("\x97", "instruction 0x97")]
    [InlineData(".", "uses values it does not have"), InlineData("N", "ends early"), InlineData("NN.", "uses values"), InlineData("(N.", "uses values")]
    [InlineData("a.", "uses values"), InlineData("t.", "uses values"), InlineData("(a.", "uses values"), InlineData("h\x07.", "refers to value 7")]
    [InlineData("NNs.", "uses values"), InlineData("NNNs.", "not a dictionary"), InlineData("}NNs.", "neither text nor number"), InlineData("NNa.", "not a list")]
    [InlineData("}(Ku.", "uses values"), InlineData("N}b.", "not an OrderedDict"), InlineData("N)R.", "not a function"), InlineData("NQ.", "not a storage")]
    [InlineData("ctorch\nFloatStorage\n.", "bare storage"), InlineData("X\xff\xff\xff\xff", "ends early"), InlineData("X\x01\x00\x00\x00\xff.", "not Unicode")]
    [InlineData("B\xff\xff\xff\x7f", "ends early"), InlineData("\x8d\xff\xff\xff\xff\xff\xff\xff\xff", "ends early"), InlineData("\x80\x09N.", "protocol 9")]
    [InlineData("\x8a\xff", "ends early"), InlineData("\x93", "uses values"), InlineData("ctorch\nSize\n)R.", "too few arguments")]
    public void A_pickle_that_makes_no_sense_is_refused_with_the_reason(string code, string reason) =>
        Assert.Contains(reason, Refused(new PickleText().Code(code).ToArray()));

    [Fact]
    public void A_name_without_end_is_refused() =>
        Assert.Contains("does not end", Refused(new PickleText().Code("c" + new string('x', 100_000)).ToArray()));

    [Theory, InlineData("state.pt"), InlineData("legacy.pt")]
    public void A_file_cut_anywhere_is_refused(string name)
    {
        var whole = File.ReadAllBytes(GoldenFile.Path(name));
        for (int length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(_folder.File("cut"), whole[..length]);
            var error = Assert.Throws<WeightsFileException>(() => StateDict.Load(_folder.File("cut")));
            Assert.Contains("copy or download it again", error.Message);
        }
    }

    [Fact]
    public void Compressed_entries_are_refused_however_small_they_are()
    {
        using (var zip = ZipFile.Open(_folder.File("bomb"), ZipArchiveMode.Create))
        {
            using (var entry = zip.CreateEntry("a/data.pkl", CompressionLevel.NoCompression).Open()) entry.Write(PickleText.Entry(p => p.Tensor("0", 25_000_000, 0, [25_000_000], [1])));
            using (var entry = zip.CreateEntry("a/data/0", CompressionLevel.SmallestSize).Open()) entry.Write(new byte[100_000_000]);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("'a/data/0' is compressed or encrypted", Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(_folder.File("bomb"))).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("a/data.pkl", "twice"), InlineData("b/data.pkl", "more than one data.pkl"), InlineData("a/byteorder", "big-endian")]
    public void An_archive_with_a_strange_entry_is_refused(string name, string reason)
    {
        File.WriteAllBytes(_folder.File("a"), PickleText.Archive(new PickleText().Code("N.").ToArray(), (name, "bigend"u8.ToArray())));
        Assert.Contains(reason, Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(_folder.File("a"))).Message);
    }

    [Fact]
    public void Names_that_climb_out_of_a_folder_write_nothing_anywhere()
    {
        File.WriteAllBytes(_folder.File("a"), PickleText.Archive(new PickleText().Code("K\x05.").ToArray(), ("../../escaped", [1]), ("/tmp/escaped", [1]), ("a/../../x", [1])));
        Assert.Equal(5L, PyTorchFile.Read(_folder.File("a")));
        Assert.Equal(["a"], _folder.Names);
    }

    [Fact]
    public void Entries_that_overlap_are_refused()
    {
        var bytes = PickleText.Archive(PickleText.Entry(p => p.Tensor("0", 6, 0, [6], [1])), ("a/data/0", new byte[24]), ("a/data/1", new byte[24]));
        // The directory's third entry is pointed at the second one's header.
        int second = IndexOf(bytes, "PK\x01\x02", 2), third = IndexOf(bytes, "PK\x01\x02", 3);
        bytes.AsSpan(second + 42, 4).CopyTo(bytes.AsSpan(third + 42));
        File.WriteAllBytes(_folder.File("a"), bytes);
        Assert.Contains("overlaps another", Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(_folder.File("a"))).Message);
    }

    [Fact]
    public void Other_files_are_refused_with_what_they_may_be()
    {
        File.WriteAllBytes(_folder.File("a"), new byte[100]);
        Assert.Contains("module.load(path)", Assert.Throws<WeightsFileException>(() => StateDict.Load(_folder.File("a"))).Message);
        File.WriteAllBytes(_folder.File("a"), [0x80, 2, .. "]q\0."u8, .. new byte[20]]);
        Assert.Contains("not one that torch.save wrote", Assert.Throws<WeightsFileException>(() => StateDict.Load(_folder.File("a"))).Message);
        Assert.Contains("no data.pkl", Assert.Throws<WeightsFileException>(() => StateDict.Load(WriteBytes(Renamed()))).Message);
        Assert.Contains("there is no such file", Assert.Throws<WeightsFileException>(() => StateDict.Load(_folder.File("nothing"))).Message);

        static byte[] Renamed() => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PickleText.Archive([])).Replace("data.pkl", "date.pkl", StringComparison.Ordinal));
    }

    private static int IndexOf(byte[] bytes, string mark, int which)
    {
        int found = -1;
        for (int i = 0; i < which; i++) found += 1 + bytes.AsSpan(found + 1).IndexOf(Encoding.Latin1.GetBytes(mark));
        return found;
    }

    private string Refused(byte[] pickle)
    {
        string message = Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(Write(pickle))).Message;
        Assert.StartsWith(_folder.File("hostile"), message);
        return message;
    }

    private string Write(byte[] pickle, byte[]? storage = null) => WriteBytes(PickleText.Archive(pickle, ("a/data/0", storage ?? new byte[24])));

    private string WriteBytes(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("hostile"), bytes);
        return _folder.File("hostile");
    }
}
