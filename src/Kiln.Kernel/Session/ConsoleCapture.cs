using System.Text;

namespace Kiln.Kernel;

/// <summary><see cref="Console.Out"/> and <see cref="Console.Error"/> of cells.</summary>
/// <param name="stream">The protocol's name: <c>stdout</c> or <c>stderr</c>.</param>
internal sealed class ConsoleCapture(string stream) : TextWriter
{
    private static (TextWriter Out, TextWriter Error, TextReader In)? _installed;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Puts cells' console in place of the process's.</summary>
    public static void Install()
    {
        Console.SetOut(new ConsoleCapture("stdout"));
        Console.SetError(new ConsoleCapture("stderr"));
        Console.SetIn(new ConsoleInput());
        _installed = (Console.Out, Console.Error, Console.In);
    }

    /// <summary>Undoes at the end of a cell what it did with <see cref="Console.SetOut"/> and its like: the next cell is to be seen again.</summary>
    public static void Restore()
    {
        if (_installed is not var (output, error, input)) return;
        if (Console.Out != output) Replace(Console.Out, Console.SetOut, output);
        if (Console.Error != error) Replace(Console.Error, Console.SetError, error);
        if (Console.In != input) Console.SetIn(input);
    }

    private static void Replace(TextWriter theirs, Action<TextWriter> set, TextWriter ours)
    {
        try
        {
            theirs.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // A writer that the cell has closed, or that has no room: nothing to save.
        }
        set(ours);
    }

    public override void Write(char value) => Put([value]);

    public override void Write(string? value) => Put(value);

    public override void Write(char[] buffer, int index, int count) => Put(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Put(buffer);

    public override void WriteLine() => Put("\n");

    public override void WriteLine(string? value) => Put(value + "\n");

    private void Put(ReadOnlySpan<char> text) => CellContext.Current?.Output.Write(stream, text);
}
