namespace TorchSharp;

/// <summary>The kinds of value that only TorchScript has; KilnTreeTag in kiln_jit.h.</summary>
internal static class ScriptTags
{
    internal const ValueTag Tuple = (ValueTag)64;
    internal const ValueTag List = (ValueTag)65;
    internal const ValueTag Dictionary = (ValueTag)66;
}
