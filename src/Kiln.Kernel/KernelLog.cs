namespace Kiln.Kernel;

/// <summary>Lines for the person who looks after the Jupyter server; outside the captured output.</summary>
internal sealed class KernelLog(TextWriter writer)
{
    private readonly Lock _lock = new();

    public void Write(string line)
    {
        lock (_lock)
        {
            try
            {
                writer.WriteLine($"kiln: {line}");
            }
            catch (IOException)
            {
                // The server's terminal is gone; the kernel goes on without it.
            }
        }
    }
}
