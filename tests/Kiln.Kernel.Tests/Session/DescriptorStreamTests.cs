using System.Text;

namespace Kiln.Kernel.Tests;

public sealed class DescriptorStreamTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Writers_that_share_a_file_do_not_write_over_each_other()
    {
        using var file = File.OpenHandle(_path, FileMode.Open, FileAccess.Write);
        var descriptor = (int)file.DangerousGetHandle();
        using var one = new DescriptorStream(descriptor);
        using var other = new DescriptorStream(descriptor);
        one.Write("one "u8);
        other.Write("other "u8);
        one.Write("one again"u8);
        Assert.Equal("one other one again", Encoding.UTF8.GetString(ReadShared()));
    }

    [Fact]
    public void A_descriptor_that_is_closed_is_no_error()
    {
        using var stream = new DescriptorStream(-1);
        stream.Write("nobody reads this"u8);
    }

    private byte[] ReadShared()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
