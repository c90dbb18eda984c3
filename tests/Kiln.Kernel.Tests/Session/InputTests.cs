using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class InputTests(KernelProbe kernel)
{
    private static readonly JsonObject Stdin = new() { ["allow_stdin"] = true };

    [Fact]
    public async Task An_empty_answer_is_an_empty_line()
    {
        var cell = kernel.Submit("Console.ReadLine().Length", Stdin);
        kernel.Answer(await QuestionAsync(cell), "");
        await kernel.IdleAsync(cell);
        Assert.Equal("0", Record(cell).Result);
    }

    [Fact]
    public async Task The_end_of_input_is_a_missing_line()
    {
        var cell = kernel.Submit("Console.ReadLine() is null", Stdin);
        kernel.Answer(await QuestionAsync(cell), "\u0004");
        await kernel.IdleAsync(cell);
        Assert.Equal("True", Record(cell).Result);
    }

    [Fact]
    public async Task A_password_is_asked_for_as_one()
    {
        var cell = kernel.Submit("(await Kernel.GetPasswordAsync(\"Secret? \")).GetClearTextPassword()", Stdin);
        var question = await QuestionAsync(cell);
        Assert.True((bool)question.Content["password"]!);
        kernel.Answer(question, "open sesame");
        await kernel.IdleAsync(cell);
        Assert.Equal("open sesame", Record(cell).Result);
    }

    [Fact]
    public async Task An_interrupted_question_ends_and_its_late_answer_answers_nothing()
    {
        var first = kernel.Submit("Console.ReadLine()", Stdin);
        var question = await QuestionAsync(first);
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(first)).Text("ename"));

        kernel.Answer(question, "late");
        var second = kernel.Submit("Console.ReadLine()", Stdin);
        var asked = await QuestionAsync(second);
        kernel.Answer(question, "too late");
        kernel.Answer(asked, "right");
        await kernel.IdleAsync(second);
        Assert.Equal("right", Record(second).Result);
    }

    [Fact]
    public async Task A_stranger_cannot_answer()
    {
        var cell = kernel.Submit("Console.ReadLine()", Stdin);
        var question = await QuestionAsync(cell);
        kernel.Session.Receive(Channel.Stdin, new Message("input_reply", new() { ["value"] = "stranger" }) { Identities = [[9, 9]] });
        kernel.Answer(question, "friend");
        await kernel.IdleAsync(cell);
        Assert.Equal("friend", Record(cell).Result);
    }

    [Fact]
    public async Task An_answer_of_the_wrong_type_is_an_empty_line()
    {
        var cell = kernel.Submit("Console.ReadLine().Length", Stdin);
        await QuestionAsync(cell);
        kernel.Send(Channel.Stdin, "input_reply", new() { ["value"] = 7 });
        await kernel.IdleAsync(cell);
        Assert.Equal("0", Record(cell).Result);
    }

    private async Task<Message> QuestionAsync(Message cell)
    {
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Channel == Channel.Stdin));
        return kernel.About(cell).Last(entry => entry.Channel == Channel.Stdin).Message;
    }

    private CellRecord Record(Message cell) => new([.. kernel.About(cell).Where(entry => entry.Channel != Channel.Stdin)]);
}
