using Kiln.Kernel;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The functions that every cell has, under .NET Interactive's names.</summary>
public static class Kernel
{
    internal const string OneKernel = "Kiln is one C# kernel: there are no other kernels to send commands to. Call the code directly; display(), #!import and #!set do the rest.";

    /// <summary>Shows a value as output of the running cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms to show; none for the preferred ones.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(Running(), value, mimeTypes);

    /// <summary>Marks text as HTML.</summary>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    /// <summary>Adds a style sheet to the notebook.</summary>
    public static void CSS(string content) => HTML($"<style>{content}</style>").Display();

    /// <summary>Runs a script where the front end allows it.</summary>
    public static void Javascript(string scriptContent) => HTML($"<script type=\"text/javascript\">{scriptContent}</script>").Display();

    /// <summary>Asks the user for a line of text.</summary>
    /// <exception cref="InvalidOperationException">The front end does not answer questions, or no cell runs.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(Running().Input.Ask(Running(), prompt, typeHint == "password") ?? "");

    /// <summary>Asks the user for a text that is not shown while it is typed.</summary>
    /// <exception cref="InvalidOperationException">The front end does not answer questions, or no cell runs.</exception>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new(await GetInputAsync(prompt, "password"));

    /// <summary>Not here: Kiln is one kernel, whose cells are all C#.</summary>
    [Obsolete(OneKernel, error: true)]
    public static object Root => throw new NotSupportedException(OneKernel);

    /// <summary>Not here: Kiln is one kernel, whose cells are all C#.</summary>
    [Obsolete(OneKernel, error: true)]
    public static object Current => throw new NotSupportedException(OneKernel);

    /// <summary>Takes away what the running cell has shown so far.</summary>
    /// <param name="wait">Whether to wait with it until the cell shows something else: what is redrawn then does not flicker.</param>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public static void ClearOutput(bool wait = false) => Running().Output.Clear(wait);

    /// <summary>Shows a value beside the notebook instead of below the cell: in Jupyter's pager, or page by page in a terminal.</summary>
    /// <param name="value">Any value, such as a long text.</param>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public static void Page(object? value) => Running().Pages.Enqueue(ValueFormatters.Bundle(value));

    internal static CellContext Running() =>
        CellContext.Current ?? throw new InvalidOperationException("Display: no cell runs. Call it from a cell.");
}
