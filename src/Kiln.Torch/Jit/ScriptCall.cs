using System.Text;

namespace TorchSharp;

/// <summary>The call of a function of a program, be it a module's or a compiled unit's.</summary>
internal static unsafe class ScriptCall
{
    /// <summary>How the shim is asked for it.</summary>
    internal delegate NativeError* Export(nint owner, byte* name, int length, Value* arguments, int argumentCount, Value* result);

    /// <summary>Runs a function.</summary>
    /// <returns>The result, which the caller owns.</returns>
    internal static object? Run(ScriptHandle owner, string name, object?[]? inputs, Export export)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        using var arguments = new ScriptArguments(name, inputs ?? [null]);
        var text = Encoding.UTF8.GetBytes(name);
        var result = owner.Use(handle =>
        {
            Value value;
            fixed (byte* bytes = text)
                Native.Check(export(handle, bytes, text.Length, arguments.Values, arguments.Count, &value), name);
            return value;
        });
        GC.KeepAlive(inputs);
        return ScriptResult.Take(result);
    }
}
