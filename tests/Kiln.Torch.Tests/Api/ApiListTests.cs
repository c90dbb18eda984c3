using Kiln.Torch.Api;

namespace Kiln.Torch.Tests.Api;

public class ApiListTests
{
    private static readonly ApiList List = ApiList.Read();

    [Fact]
    public void Every_line_of_the_list_is_read()
    {
        // Families are told in one line, and the vision package's counts are of more than it lists.
        foreach (var group in List.Groups.Where(group => group.Number is not (1 or 22)))
        {
            // The list counts the field inside every enumeration.
            var enumerations = group.Types.Count(type => type.Kind == "Enum");
            Assert.Equal(group.DeclaredNames, group.Members.Select(member => (member.Type, member.Name)).Distinct().Count() + enumerations);
            Assert.Equal(group.DeclaredOverloads, group.Members.Count() + enumerations);
        }
    }

    [Fact]
    public void A_family_of_overloads_is_written_out()
    {
        var families = List.Groups[0].Members.ToLookup(member => member.Name);

        Assert.Equal(143, families["tensor"].Count());
        Assert.Equal(10, families["zeros"].Count());
        Assert.Contains(families["tensor"], member => member.Parameters[0].Type == "IList<BFloat16>" && member.Parameters.Count == 7);
    }

    [Fact]
    public void A_signature_is_taken_apart()
    {
        var max = List.Members.First(member => member is { Name: "max", IsStatic: true, Parameters.Count: 3 });

        Assert.Equal("(Tensor values, Tensor indexes)", max.ReturnType);
        Assert.Equal([("Tensor", "input", null), ("long", "dim", null), ("bool", "keepdim", "false")], max.Parameters.Select(parameter => (parameter.Type, parameter.Name, parameter.Default)));
    }
}
