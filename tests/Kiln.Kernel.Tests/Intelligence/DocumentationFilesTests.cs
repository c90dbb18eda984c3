namespace Kiln.Kernel.Tests;

public sealed class DocumentationFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-docs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_member_is_found_by_its_id_in_any_of_the_files()
    {
        var first = Write("a.xml", "<doc><members><member name=\"T:A\"><summary>First.</summary></member></members></doc>");
        var second = Write("b.xml", "<doc><members><member name=\"M:B.F``1(System.Func{``0})\">\n<summary>Second.</summary></member><member name=\"T:C\"/></members></doc>");
        var files = DocumentationFiles.Index([first, Path.Combine(_folder, "missing.xml"), second]);
        Assert.Equal("<member name=\"T:A\"><summary>First.</summary></member>", files.Find("T:A"));
        Assert.Contains("Second.", files.Find("M:B.F``1(System.Func{``0})"));
        Assert.Equal("", files.Find("T:D"));
    }

    [Fact]
    public void A_member_longer_than_one_read_is_whole()
    {
        var files = DocumentationFiles.Index([Write("long.xml", $"<member name=\"T:Long\">{new string('x', 100_000)}</member>")]);
        Assert.Equal(100_000, files.Find("T:Long").Count(letter => letter == 'x'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<member name=\"")]
    [InlineData("<member name=\"T:Open\"><summary>")]
    public void A_damaged_file_has_no_documentation(string text) => Assert.Equal("", DocumentationFiles.Index([Write("x.xml", text)]).Find("T:Open"));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
