namespace Kiln.Kernel;

/// <summary>A run of which nothing is seen but its failure.</summary>
/// <param name="loud">Shows the failure.</param>
internal sealed class QuietView(IHeadlessView loud) : IHeadlessView
{
    public void Begin(int number, int count, string firstLine)
    {
    }

    public void Stream(string name, string text)
    {
    }

    public void Value(string plain)
    {
    }

    public void Error(IEnumerable<string> traceback) => loud.Error(traceback);

    public void End(TimeSpan duration)
    {
    }
}
