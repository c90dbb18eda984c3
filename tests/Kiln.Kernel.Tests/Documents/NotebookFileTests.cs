using System.Text;

namespace Kiln.Kernel.Tests;

public sealed class NotebookFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-notebooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a.ipynb")]
    [InlineData("a.DIB")]
    [InlineData("a.csx")]
    [InlineData("a.cs")]
    public void The_ending_says_the_format(string name)
    {
        NotebookFile.Write(At(name), new NotebookDocument { Cells = [new NotebookCell { Source = "var x = \"ä 😀\";" }] });
        Assert.Equal("var x = \"ä 😀\";", Assert.Single(NotebookFile.Read(At(name)).Cells).Source);
    }

    [Fact]
    public void A_missing_file_is_refused_with_the_folder_where_paths_start() =>
        Assert.Contains(Directory.GetCurrentDirectory(), Refusal(At("no.ipynb")));

    [Fact]
    public void A_folder_is_refused() => Assert.Contains("this is a folder", Refusal(Directory.CreateDirectory(At("b.ipynb")).FullName));

    [Theory]
    [InlineData("a.txt")]
    [InlineData("notebook")]
    public void Another_ending_is_refused_with_those_that_Kiln_knows(string name) => Assert.Contains(".ipynb, .dib, .csx or .cs", Refusal(At(name)));

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused()
    {
        File.WriteAllBytes(At("latin.dib"), Encoding.Latin1.GetBytes("// größer"));
        Assert.Contains("not UTF-8", Refusal(At("latin.dib")));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        File.WriteAllText(At("bom.csx"), "1", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("1", NotebookFile.Read(At("bom.csx")).Cells[0].Source);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_and_nothing_is_left_behind()
    {
        var refusal = Assert.Throws<NotebookFileException>(() => NotebookFile.Write(At("no/such/a.ipynb"), new NotebookDocument()));
        Assert.Contains("cannot be written", refusal.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Writing_keeps_links_and_permissions()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(At("real.csx"), "1");
        File.SetUnixFileMode(At("real.csx"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(At("link.csx"), At("real.csx"));

        NotebookFile.Write(At("link.csx"), new NotebookDocument { Cells = [new NotebookCell { Source = "2" }] });

        Assert.NotNull(new FileInfo(At("link.csx")).LinkTarget);
        Assert.Equal("2\n", File.ReadAllText(At("real.csx")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("real.csx")));
        Assert.Equal(2, Directory.EnumerateFiles(_folder).Count());
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static string Refusal(string path)
    {
        var message = Assert.Throws<NotebookFileException>(() => NotebookFile.Read(path)).Message;
        Assert.StartsWith(path, message);
        return message;
    }
}
