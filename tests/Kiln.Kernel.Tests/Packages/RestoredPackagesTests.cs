namespace Kiln.Kernel.Tests;

public class RestoredPackagesTests
{
    [Fact]
    public void Files_of_the_target_with_the_platform_are_found()
    {
        var folder = Directory.CreateTempSubdirectory("kiln-assets").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "some.package", "1.2.0"));
        var assets = Path.Combine(folder, "project.assets.json");
        File.WriteAllText(assets, $$"""
            {
              "packageFolders": { "{{folder}}/": {} },
              "libraries": { "Some.Package/1.2.0": { "path": "some.package/1.2.0" } },
              "targets": {
                "net10.0": { "Some.Package/1.2.0": { "compile": { "lib/A.dll": {} } } },
                "net10.0/linux-x64": {
                  "Some.Package/1.2.0": {
                    "compile": { "ref/A.dll": {}, "lib/_._": {} },
                    "runtime": { "lib/A.dll": {} },
                    "native": { "runtimes/linux-x64/native/liba.so": {} }
                  }
                }
              }
            }
            """);

        var packages = RestoredPackages.Read(assets);

        Assert.Equal("1.2.0", packages.Versions["some.package"]);
        Assert.EndsWith("ref/A.dll", Assert.Single(packages.Compile));
        Assert.EndsWith("lib/A.dll", Assert.Single(packages.Runtime));
        Assert.EndsWith("liba.so", Assert.Single(packages.Native));
        Directory.Delete(folder, recursive: true);
    }
}
