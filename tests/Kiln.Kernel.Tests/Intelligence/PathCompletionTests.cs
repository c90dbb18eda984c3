namespace Kiln.Kernel.Tests;

/// <summary>Files, packages, directives and magics.</summary>
public sealed class PathCompletionTests : IClassFixture<PreparedSession>, IDisposable
{
    private readonly PreparedSession _session;
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-paths-").FullName;

    public PathCompletionTests(PreparedSession session)
    {
        _session = session;
        Directory.CreateDirectory(Path.Combine(_folder, "inner"));
        foreach (var name in new[] { "lib.dll", "list.csx", "letter.txt", "lesson.ipynb" }) File.WriteAllText(Path.Combine(_folder, name), "");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("#r \"FOLDER/l", "FOLDER/lib.dll")]
    [InlineData("#r \"FOLDER/", "FOLDER/lib.dll FOLDER/inner/")]
    [InlineData("#load \"FOLDER/l", "FOLDER/lesson.ipynb FOLDER/list.csx")]
    [InlineData("#load \"FOLDER/li|st.csx\"", "FOLDER/list.csx")]
    [InlineData("#!import FOLDER/le", "FOLDER/lesson.ipynb")]
    [InlineData("var x = 1;\n#load \"FOLDER/in", "FOLDER/inner/")]
    public void Paths_are_completed_in_directives_and_magics(string code, string expected) =>
        Assert.Equal(expected.Replace("FOLDER", _folder), string.Join(' ', _session.Texts(code.Replace("FOLDER", _folder))));

    [Fact]
    public void The_whole_path_is_replaced_up_to_its_quote()
    {
        var found = _session.Complete($"#r \"{_folder}/li|b.d\" // comment");
        Assert.Equal((4, 4 + _folder.Length + "/lib.d".Length), (found.Start, found.End));
    }

    [Theory]
    [InlineData("#r \"", "nuget: ")]
    [InlineData("#r \"nuget: TorchS", "TorchSharp")]
    [InlineData("#r \"nuget:TorchS", "TorchSharp")]
    [InlineData("#r \"nug|\"", "nuget: ")]
    public void Packages_are_completed(string code, string expected) => Assert.Contains(expected, _session.Texts(code));

    [Fact]
    public void Packages_that_were_fetched_before_are_proposed_with_their_versions()
    {
        if (PackageFolder.Names().FirstOrDefault(name => PackageFolder.Versions(name).Count > 0) is not { } name) return;
        Assert.Contains(name, _session.Texts($"#r \"nuget: {name}"), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(PackageFolder.Versions(name)[0], _session.Texts($"#r \"nuget: {name}, ")[0]);
        Assert.Empty(_session.Texts("#r \"nuget: No.Such.Package, "));
    }

    [Fact]
    public void A_version_is_replaced_alone()
    {
        var found = _session.Complete("#r \"nuget: Xyz, 1.|0\"");
        Assert.Equal((16, 16), (found.Start, found.Items.Count == 0 ? found.Start : found.End));
    }

    [Theory]
    [InlineData("#", "#r #load #if #!lsmagic")]
    [InlineData("#lo", "#load")]
    [InlineData("#!lsm", "#!lsmagic")]
    [InlineData("var a = 1;\n#!sha", "#!shared")]
    [InlineData("#!train net --ep", "--epochs")]
    [InlineData("#pragma w", "#pragma warning")]
    public void Directives_magics_and_options_are_completed(string code, string expected)
    {
        var found = _session.Texts(code);
        foreach (var text in expected.Split(' ').Where(text => text.StartsWith('#') || text.StartsWith('-'))) Assert.Contains(found, item => item.StartsWith(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#!markdown\nSome Console.Wr")]
    [InlineData("#!html\n<b>Consol")]
    public void Text_of_another_language_is_left_alone(string code)
    {
        Assert.Empty(_session.Texts(code));
        Assert.Null(_session.Plain(code));
        Assert.Equal(Completeness.Complete, _session.Intelligence.IsComplete(code).Status);
    }

    [Fact]
    public void Behind_a_dot_a_sharp_sign_in_text_is_no_directive() => Assert.Contains("Length", _session.Texts("var x = \"#r\".Le"));
}
