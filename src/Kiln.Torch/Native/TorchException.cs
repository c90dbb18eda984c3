using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>libtorch refused an operation or could not be loaded.</summary>
/// <remarks>It is an <see cref="ExternalException"/> because that is what TorchSharp throws. The message is the operation
/// and libtorch's own first line, without the C++ stack.</remarks>
public sealed unsafe class TorchException : ExternalException
{
    internal TorchException(string operation, string reason, Exception? inner = null) : base($"{operation}: {reason}", inner) =>
        Operation = operation;

    /// <summary>What failed, by PyTorch's name: <c>add</c>, <c>conv2d</c>, <c>backward</c>.</summary>
    public string Operation { get; }

    /// <summary>Throws what the shim reported and frees the report.</summary>
    [DoesNotReturn]
    internal static void Throw(string operation, NativeError* error)
    {
        if (error->Kind == NativeError.Callback) NativeCallback.Rethrow(error);
        var text = error->Length == 0 ? "out of memory" : Encoding.UTF8.GetString(error->Text, error->Length);
        Native.kiln_error_free(error);
        throw new TorchException(operation, FirstLine(text));
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).Trim();
    }
}
