using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>The list of what a pickle may name. Nothing outside this file can be reached from one.</summary>
internal static class PickleGlobals
{
    private static readonly Dictionary<string, object> Known = Build();

    /// <summary>What stands for a global, or null if it is not on the list.</summary>
    public static object? Find(string module, string name) => Known.GetValueOrDefault($"{module}.{name}");

    private static Dictionary<string, object> Build()
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var type in Storages) known[type.Name] = type;
        known["torch.storage.UntypedStorage"] = new StorageType("torch.storage.UntypedStorage", ScalarType.Byte, 1);
        foreach (var (name, type) in TensorTypes) known["torch." + name] = type;
        foreach (var function in Functions) known[function.Name] = function;
        // Python 2's name of the same module is what pickles of the usual protocol have.
        foreach (var name in new[] { "complex", "bytes" }) known["__builtin__." + name] = known["builtins." + name];
        return known;
    }

    private static StorageType[] Storages =>
    [
        new("torch.DoubleStorage", ScalarType.Float64, 8), new("torch.FloatStorage", ScalarType.Float32, 4),
        new("torch.HalfStorage", ScalarType.Float16, 2), new("torch.BFloat16Storage", ScalarType.BFloat16, 2),
        new("torch.LongStorage", ScalarType.Int64, 8), new("torch.IntStorage", ScalarType.Int32, 4),
        new("torch.ShortStorage", ScalarType.Int16, 2), new("torch.CharStorage", ScalarType.Int8, 1),
        new("torch.ByteStorage", ScalarType.Byte, 1), new("torch.BoolStorage", ScalarType.Bool, 1),
        new("torch.ComplexFloatStorage", ScalarType.ComplexFloat32, 8), new("torch.ComplexDoubleStorage", ScalarType.ComplexFloat64, 16),
    ];

    /// <summary>The storage class for elements of a type, or null if <c>torch.save</c> has none.</summary>
    public static StorageType? StorageOf(ScalarType type) => Array.Find(Storages, storage => storage.Type == type);

    private static (string, ScalarType)[] TensorTypes =>
    [
        ("float64", ScalarType.Float64), ("float32", ScalarType.Float32), ("float16", ScalarType.Float16), ("bfloat16", ScalarType.BFloat16),
        ("int64", ScalarType.Int64), ("int32", ScalarType.Int32), ("int16", ScalarType.Int16), ("int8", ScalarType.Int8),
        ("uint8", ScalarType.Byte), ("bool", ScalarType.Bool), ("complex64", ScalarType.ComplexFloat32), ("complex128", ScalarType.ComplexFloat64),
    ];

    private static PickleFunction[] Functions =>
    [
        new("collections.OrderedDict", OrderedDict),
        new("torch._utils._rebuild_tensor", arguments => arguments.Tensor()),
        new("torch._utils._rebuild_tensor_v2", arguments => arguments.Tensor()),
        new("torch._utils._rebuild_parameter", arguments => arguments.At<TensorRecord>(0)),
        new("torch._utils._rebuild_parameter_with_state", arguments => arguments.At<TensorRecord>(0)),
        new("torch.nn.parameter.Parameter", arguments => arguments.At<TensorRecord>(0)),
        new("torch.Size", arguments => arguments.CountsAt(0)),
        new("torch.device", arguments => arguments.Count > 1 ? $"{arguments.At<string>(0)}:{arguments.CountAt(1)}" : arguments.At<string>(0)),
        new("builtins.complex", arguments => new Complex(arguments.At<double>(0), arguments.At<double>(1))),
        // How protocol 2 writes bytes: as Latin-1 text that is to be encoded; and empty ones.
        new("_codecs.encode", arguments => arguments.At<string>(1) == "latin1" ? Encoding.Latin1.GetBytes(arguments.At<string>(0)) : throw arguments.Wrong("another encoding than latin1")),
        new("builtins.bytes", arguments => arguments.Count == 0 ? Array.Empty<byte>() : throw arguments.Wrong("arguments")),
    ];

    private static PickledOrderedDict OrderedDict(PickleArguments arguments)
    {
        var dictionary = new PickledOrderedDict();
        if (arguments.Count == 0) return dictionary;
        foreach (var item in arguments.At<List<object?>>(0))
        {
            var pair = item as object?[] ?? (item as List<object?>)?.ToArray();
            if (pair is not [string or long, _]) throw arguments.Wrong("an item that is not a pair of name and value");
            dictionary[pair[0]!] = pair[1];
        }
        return dictionary;
    }
}
