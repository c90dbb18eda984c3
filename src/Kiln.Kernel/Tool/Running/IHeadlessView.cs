namespace Kiln.Kernel;

/// <summary>What a person sees of a notebook that runs: a terminal, or nothing.</summary>
internal interface IHeadlessView
{
    /// <summary>A cell begins.</summary>
    /// <param name="number">Counted from 1, code cells only.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="firstLine">Its first line.</param>
    void Begin(int number, int count, string firstLine);

    /// <summary>The cell printed.</summary>
    void Stream(string name, string text);

    /// <summary>The cell shows a value.</summary>
    void Value(string plain);

    /// <summary>The cell failed.</summary>
    void Error(IEnumerable<string> traceback);

    /// <summary>The cell is done.</summary>
    void End(TimeSpan duration);
}
