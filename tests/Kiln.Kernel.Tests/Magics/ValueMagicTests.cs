using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests.Magics;

[Collection("kernel")]
public class ValueMagicTests(KernelProbe kernel)
{
    [Fact]
    public async Task Text_below_the_magic_is_shared_without_escaping()
    {
        Assert.Empty((await kernel.RunAsync("#!value --name quoted\n{ \"a\": \"\\b\" }\nsecond")).Outputs);
        Assert.Equal("{ \"a\": \"\\b\" }\nsecond", (await kernel.RunAsync("#!share --from value quoted\nquoted")).Result);
        Assert.Equal("{ \"a\": \"\\b\" }\nsecond", (await kernel.RunAsync("#!set --name again --value @value:quoted\nagain")).Result);
    }

    [Fact]
    public async Task Text_of_a_file_is_taken()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("kiln-value").FullName, "people.csv");
        await File.WriteAllTextAsync(file, "name\nada");
        Assert.Equal("name\nada", (await kernel.RunAsync($"#!value --name people --from-file {file}\n#!share --from value people --as rows\nrows")).Result);
    }

    [Theory]
    [InlineData("#!value --name v --from-file no-such.csv", "there is no file")]
    [InlineData("#!value --name v --from-url ftp://a/b", "starts with https://")]
    [InlineData("#!value --name v", "there is no text")]
    [InlineData("#!value\ntext", "--name is missing")]
    [InlineData("#!share --from value nothing", "#!value holds nothing named nothing")]
    [InlineData("#!share --from fsharp x", "there is no kernel fsharp here")]
    [InlineData("#!share --from csharp noSuchVariable --as y", "there is no variable noSuchVariable")]
    [InlineData("#!set --name class --value 1", "\"class\" cannot be the name of a variable")]
    [InlineData("#!set --name x", "--value is missing")]
    [InlineData("#!set --name x --value {1 --mime-type application/json", "expected JSON")]
    public async Task What_cannot_be_done_is_said_in_one_sentence(string code, string expected)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Equal("MagicError", (string?)cell.Reply["ename"]);
        Assert.Contains(expected, cell.Traceback);
    }

    [Theory]
    [InlineData("#!set --name given --value https://example.com\ngiven", "https://example.com")]
    [InlineData("#!set --name given --value \"one two\"\ngiven.GetType().Name + given", "Stringone two")]
    [InlineData("#!set --name given --value 5 --mime-type application/json\ngiven / 2", "2.5")]
    [InlineData("#!set --name given --value true --mime-type application/json\n!given", "False")]
    [InlineData("#!set --name given --value '{\"a\": 7}' --mime-type application/json\ngiven.RootElement.GetProperty(\"a\").GetInt32()", "7")]
    public async Task A_variable_is_declared_from_text(string code, string expected) =>
        Assert.Equal(expected, (await kernel.RunAsync(code)).Result);

    [Fact]
    public async Task A_variable_gets_a_second_name_for_the_same_object() =>
        Assert.Equal("True", (await kernel.RunAsync("var firstName = new List<int>();\n#!set --name secondName --value @csharp:firstName\nsecondName.Add(1); object.ReferenceEquals(firstName, secondName)")).Result);

    [Theory]
    [InlineData("#!set --name answered --value @input:\"How many?\"\nanswered", "How many?", false, "7 of them")]
    [InlineData("#!set --name answered --value @input:{\"prompt\": \"How many, then?\", \"type\": \"text\"}\nanswered", "How many, then?", false, "7 of them")]
    [InlineData("#!set --name answered --value @password:Secret\nanswered.GetClearTextPassword()", "Secret", true, "7 of them")]
    [InlineData("#!set --name answered --value @password\n$\"{answered}\"", "", true, "••••••••")]
    [InlineData("#!value --name asked --from-file @input:Which\n", "Which", false, null)]
    public async Task A_question_in_a_magic_is_asked(string code, string prompt, bool password, string? expected)
    {
        var request = kernel.Submit(code, new JsonObject { ["allow_stdin"] = true });
        await kernel.UntilAsync(() => kernel.About(request).Any(entry => entry.Message.Type == "input_request"));
        var question = kernel.About(request).Single(entry => entry.Message.Type == "input_request").Message;
        kernel.Send(Channel.Stdin, "input_reply", new JsonObject { ["value"] = "7 of them" });
        await kernel.IdleAsync(request);
        Assert.Equal(prompt, question.Text("prompt"));
        Assert.Equal(password, question.Flag("password", !password));
        var cell = new CellRecord([.. kernel.About(request).Where(entry => entry.Channel != Channel.Stdin)]);
        if (expected is null) Assert.Contains("7 of them", cell.Traceback);
        else Assert.Equal(expected, cell.Result);
    }
}
