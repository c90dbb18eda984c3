using System.Diagnostics;
using Kiln.Torch.Tests.Api;

namespace Kiln.Torch.Tests.Members;

/// <summary>A wrong row in a table of members fails the build with its line and what to do.</summary>
public class TableErrorTests
{
    [Theory]
    [InlineData("Tensor nothing()\n    Nothing.", 1, "Ops.nothing does not exist. Add 'nothing' to operators.py")]
    [InlineData("Tensor abs() : sideways\n    Nothing.", 1, "'sideways' is no form. There are method, in-place and static")]
    [InlineData("Tensor add(Tensor mystery)\n    Nothing.", 1, "The parameter 'mystery' is not described. Add 'mystery: …' below the row")]
    [InlineData("Tensor abs()\n    Nothing.\n    depth: How deep.", 1, "There is no parameter 'depth'.")]
    [InlineData("Tensor abs()\n", 1, "The row says nothing about the member. Write a sentence")]
    [InlineData("# fine\nTensor abs({shapes})\n    Nothing.", 2, "There is no family 'shapes'. Write '@family shapes'")]
    [InlineData("abs\n    Nothing.", 1, "'abs' is not a signature. Write it as 'Tensor name(Type parameter = default)'.")]
    [InlineData("Tensor abs()\n    Nothing.\n\nTensor abs()\n    Nothing.", 4, "has a member abs of these parameters already")]
    [InlineData("@of torch", 1, "There is no directive '@of'.")]
    public void Its_file_line_and_remedy_are_told(string table, int line, string message)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-tables");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "vocabulary.txt"), "@param self The tensor.\n");
            var file = Path.Combine(folder.FullName, "wrong.txt");
            File.WriteAllText(file, table);

            var (exitCode, errors) = Generate(folder.FullName);

            Assert.Equal(1, exitCode);
            Assert.StartsWith($"{file}({line}): error KILN0001: ", errors, StringComparison.Ordinal);
            Assert.Contains(message, errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int ExitCode, string Errors) Generate(string tables)
    {
        var generator = Path.Combine(Repository.Root, "artifacts", "bin", "Kiln.Torch.Generator", "release", "Kiln.Torch.Generator.dll");
        var start = new ProcessStartInfo("dotnet", [generator, Path.Combine(AppContext.BaseDirectory, "operators.txt"), Path.Combine(tables, "Ops.g.cs"), tables, Path.Combine(tables, "members")])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
