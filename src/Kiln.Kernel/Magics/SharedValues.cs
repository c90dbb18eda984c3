namespace Kiln.Kernel;

/// <summary>What <c>#!value</c> holds: .NET Interactive's kernel named "value".</summary>
internal sealed class SharedValues
{
    /// <summary>The name under which other magics address it.</summary>
    public const string KernelName = "value";

    private readonly Dictionary<string, string> _texts = [];

    public void Set(string name, string text) => _texts[name] = text;

    public bool TryGet(string name, out string? text) => _texts.TryGetValue(name, out text);
}
