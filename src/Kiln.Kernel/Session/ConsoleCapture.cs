using System.Text;

namespace Kiln.Kernel;

/// <summary><see cref="Console.Out"/> and <see cref="Console.Error"/> of cells.</summary>
/// <param name="stream">The protocol's name: <c>stdout</c> or <c>stderr</c>.</param>
internal sealed class ConsoleCapture(string stream) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Puts cells' console in place of the process's.</summary>
    public static void Install()
    {
        Console.SetOut(new ConsoleCapture("stdout"));
        Console.SetError(new ConsoleCapture("stderr"));
        Console.SetIn(new ConsoleInput());
    }

    public override void Write(char value) => Put([value]);

    public override void Write(string? value) => Put(value);

    public override void Write(char[] buffer, int index, int count) => Put(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Put(buffer);

    public override void WriteLine() => Put("\n");

    public override void WriteLine(string? value) => Put(value + "\n");

    private void Put(ReadOnlySpan<char> text) => CellContext.Current?.Output.Write(stream, text);
}
