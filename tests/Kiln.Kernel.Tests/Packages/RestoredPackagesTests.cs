namespace Kiln.Kernel.Tests;

public sealed class RestoredPackagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-assets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_of_the_target_with_the_platform_are_found()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "some.package", "1.2.0"));
        var package = Assert.Single(RestoredPackages.Read(Write())!.Packages);

        Assert.Equal(("Some.Package", "1.2.0"), (package.Name, package.Version));
        Assert.EndsWith("ref/A.dll", Assert.Single(package.Compile));
        Assert.EndsWith("lib/A.dll", Assert.Single(package.Runtime));
        Assert.EndsWith("liba.so", Assert.Single(package.Native));
        Assert.Equal("de", Assert.Single(package.Satellites).Culture);
        Assert.False(package.IsEmpty);
    }

    [Fact]
    public void A_list_whose_packages_are_gone_is_no_list() => Assert.Null(RestoredPackages.Read(Write()));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"packageFolders\":{},\"targets\":{},\"libraries\":{}}")]
    [InlineData("{\"packageFolders\":[],\"targets\":7}")]
    public void A_damaged_list_is_no_list(string content)
    {
        var path = Path.Combine(_folder, "damaged.json");
        File.WriteAllText(path, content);
        Assert.Null(RestoredPackages.Read(path));
    }

    private string Write()
    {
        var path = Path.Combine(_folder, "project.assets.json");
        File.WriteAllText(path, $$"""
            {
              "packageFolders": { "{{_folder}}/": {} },
              "libraries": { "Some.Package/1.2.0": { "path": "some.package/1.2.0" } },
              "targets": {
                "net10.0": { "Some.Package/1.2.0": { "compile": { "lib/A.dll": {} } } },
                "net10.0/linux-x64": {
                  "Some.Package/1.2.0": {
                    "compile": { "ref/A.dll": {}, "lib/_._": {} },
                    "runtime": { "lib/A.dll": {} },
                    "native": { "runtimes/linux-x64/native/liba.so": {} },
                    "resource": { "lib/de/A.resources.dll": { "locale": "de" } }
                  }
                }
              }
            }
            """);
        return path;
    }
}
