using System.Buffers.Binary;
using System.Text;

namespace Kiln.Weights.Tests;

/// <summary>Files that lie, are cut short, or are something else.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_the_others_are_variants_of_is_valid()
    {
        var file = Safetensors.Load(Write(Good, 12));
        Assert.Equal(["a", "b"], file.Keys.Order());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "'b' overlaps another tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "overlaps another tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "a gap of 4 bytes before 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 12, "4 bytes follow the last tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 12, "'a' ends at byte 16 of the data, but there are only 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "needs 12 bytes, but data_offsets give 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "needs data_offsets [begin, end]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "needs data_offsets [begin, end]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "'a' has no data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", 8, "'a' has no shape")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", 8, "'a' has no dtype")]
    [InlineData("""{"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}""", 8, "'a' has no dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "'-2', which is not a count")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", 8, "'2.5', which is not a count")]
    [InlineData("""{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", 8, "which is not a count")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,8]}}""", 8, "larger than any file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}}""", 8, "ends at byte 4000000000000 of the data")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"extra":1}}""", 8, "unknown field 'extra'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "the name 'a' stands there twice")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "unknown field 'dtype', or has it twice")]
    [InlineData("""{"a":3}""", 0, "'a' is not an object")]
    [InlineData("""[1]""", 0, "not a JSON object")]
    [InlineData("""{"a":""", 0, "not valid JSON")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "a value that is not a text: 'x'")]
    [InlineData("""{"__metadata__":[]}""", 0, "__metadata__ is not an object")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "not valid JSON")]
    [InlineData("""{"a":[[[[[[[[[[[[]]]]]]]]]]]]}""", 0, "'a' is not an object")]
    [InlineData("""{"__metadata__":{"x":"1","x":"1"}}""", 0, "has the name 'x' twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0,4611686018427387904,8],"data_offsets":[0,0]}}""", 0, "larger than any file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4, "more than 64 numbers in its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}{}""", 8, "not valid JSON")]
    public void A_header_that_lies_is_refused_with_the_reason(string header, int dataBytes, string reason)
    {
        string path = Write(header, dataBytes);
        var error = Assert.Throws<WeightsFileException>(() => Safetensors.Load(path));
        Assert.StartsWith(path + ": not a valid safetensors file", error.Message);
        Assert.Contains(reason, error.Message);
        Assert.Contains("copy or download it again", error.Message);
        Assert.Equal(path, error.FilePath);
    }

    [Fact]
    public void An_unknown_dtype_is_named_with_those_that_can_be_read()
    {
        var error = Assert.Throws<WeightsFileException>(() => Safetensors.Load(Write("""{"a":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}}""", 1)));
        Assert.Contains("'a' has the dtype F4, which is not known here", error.Message);
        Assert.Contains("save it as one of F64", error.Message);
    }

    [Fact]
    public void A_dtype_that_libtorch_lacks_is_refused_when_it_is_read_and_hides_no_other()
    {
        string path = Write("""{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3);
        var error = Assert.Throws<WeightsFileException>(() => Safetensors.Load(path));
        Assert.Contains("'a' has the dtype F8_E4M3, which libtorch 1.13 does not have. Convert it in Python with .to(torch.float32)", error.Message);
        using var file = Safetensors.Open(path);
        using var read = file.Read("b");
        Assert.Equal(0, read.item<byte>());
        Assert.Null(file["a"].Type);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = File.ReadAllBytes(Write(Good, 12));
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder.File("cut"), whole[..length]);
            Assert.Throws<WeightsFileException>(() => Safetensors.Load(_folder.File("cut")));
        }
    }

    [Theory, InlineData(ulong.MaxValue), InlineData(1UL << 40), InlineData((ulong)int.MaxValue + 1)]
    public void A_huge_header_length_is_refused_without_allocating_it(ulong length)
    {
        var bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        File.WriteAllBytes(_folder.File("a"), bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<WeightsFileException>(() => Safetensors.Load(_folder.File("a")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains("announces a header", error.Message);
    }

    [Fact]
    public void A_python_pickle_is_refused_and_not_run()
    {
        File.WriteAllBytes(_folder.File("model.pt"), [0x80, 0x02, .. "cos\nsystem\n(S'touch hacked'\ntR."u8]);
        Assert.Throws<WeightsFileException>(() => Safetensors.Load(_folder.File("model.pt")));
    }

    [Fact]
    public void A_header_of_nothing_but_brackets_takes_no_more_memory_than_it_has()
    {
        string path = Write("{\"a\":" + new string('[', 20_000_000) + "}", 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WeightsFileException>(() => Safetensors.Load(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, new FileInfo(path).Length + 1_000_000);
    }

    [Fact]
    public void A_message_shows_only_the_start_of_an_endless_name()
    {
        string path = Write($$"""{"{{new string('x', 5_000_000)}}":3}""", 0);
        Assert.InRange(Assert.Throws<WeightsFileException>(() => Safetensors.Load(path)).Message.Length, 100, 600);
    }

    [Theory]
    [InlineData(" {}")]
    [InlineData("")]
    [InlineData("\u0000{}")]
    public void A_header_that_does_not_begin_with_a_brace_is_refused(string header) =>
        Assert.Contains("not a JSON object", Assert.Throws<WeightsFileException>(() => Safetensors.Load(Write(header, 0))).Message);

    [Fact]
    public void A_missing_file_and_a_folder_are_errors_with_a_remedy()
    {
        Assert.Contains("there is no such file", Assert.Throws<WeightsFileException>(() => Safetensors.Load(_folder.File("nothing"))).Message);
        Assert.Contains("Check that it is a file", Assert.Throws<WeightsFileException>(() => Safetensors.Load(_folder.Path)).Message);
    }

    private string Write(string header, int dataBytes)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        string path = _folder.File("hostile");
        File.WriteAllBytes(path, [.. length, .. text, .. new byte[dataBytes]]);
        return path;
    }
}
