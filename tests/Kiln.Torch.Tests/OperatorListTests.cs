using TorchSharp;

namespace Kiln.Torch.Tests;

public class OperatorListTests
{
    [Fact]
    public void Every_operator_of_the_list_exists_in_this_libtorch()
    {
        var missing = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "operators.txt")))
        {
            var name = line["aten::".Length..line.IndexOf('(')].Split('.');
            nint slot = 0;
            try
            {
                Native.Find(ref slot, name[0], name.ElementAtOrDefault(1) ?? "");
            }
            catch (TorchException e)
            {
                missing.Add($"{line}: {e.Message}");
            }
        }

        Assert.Empty(missing);
    }
}
