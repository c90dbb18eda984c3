using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Notebooks;
using Microsoft.DotNet.Interactive;

namespace Kiln.Kernel;

/// <summary>Words of a magic's line that are questions to the user: <c>@input:"question"</c> and <c>@password:"question"</c>.</summary>
internal static class MagicInputs
{
    private const string Input = "@input", Password = "@password";

    public static bool IsQuestion(string word) => Is(word, Input) || Is(word, Password);

    /// <summary>Asks one question.</summary>
    /// <returns>The answer: a string, or a <see cref="PasswordString"/>.</returns>
    public static object Ask(string word, CellHost host)
    {
        var secret = Is(word, Password);
        var answer = host.Cell.Input.Ask(host.Cell, Prompt(word), secret) ?? "";
        return secret ? new PasswordString(answer) : answer;
    }

    /// <summary>Asks all questions of a line.</summary>
    /// <returns>The magic with the answers in place of the questions.</returns>
    public static MagicPart Fill(MagicPart magic, CellHost host)
    {
        var line = magic.Line;
        var answers = MagicLine.Read(line).Words.Where(word => IsQuestion(word.Text)).Select(word => (word, Answer: Clear(Ask(word.Text, host)))).ToList();
        // From the end, so that the places of the earlier words stay.
        answers.Reverse();
        foreach (var (word, answer) in answers) line = line[..word.Start] + Quoted(answer) + line[word.End..];
        return magic with { Line = line };
    }

    private static bool Is(string word, string kind) => word == kind || word.StartsWith(kind + ":", StringComparison.Ordinal);

    private static string Prompt(string word)
    {
        var text = word.Contains(':', StringComparison.Ordinal) ? word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";
        return text.StartsWith('{') ? PromptOf(text) : text;
    }

    private static string PromptOf(string json)
    {
        try
        {
            return (string?)JsonNode.Parse(json)?["prompt"] ?? "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new MagicException($"@input: expected JSON such as {{\"prompt\": \"Which file?\"}}, got {json}.", e);
        }
    }

    private static string Clear(object answer) => answer is PasswordString secret ? secret.GetClearTextPassword() : (string)answer;

    private static string Quoted(string answer) => $"\"{answer.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
