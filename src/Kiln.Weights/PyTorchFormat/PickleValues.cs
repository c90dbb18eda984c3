using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A class of storages, such as <c>torch.FloatStorage</c>.</summary>
internal sealed record StorageType(string Name, ScalarType Type, int ElementSize);

/// <summary>A run of elements that lies elsewhere in the file.</summary>
internal sealed record StorageRecord(string Key, StorageType Type, long Elements);

/// <summary>A view of a storage, not yet made. Its numbers are checked: all its elements lie in the storage.</summary>
internal sealed record TensorRecord(StorageRecord Storage, long Offset, long[] Shape, long[] Strides);

/// <summary>An OrderedDict, which alone may be given attributes (the versions of the modules), all dropped.</summary>
internal sealed class PickledOrderedDict : Dictionary<object, object?>;

/// <summary>A function on the list, and what stands for calling it.</summary>
internal sealed record PickleFunction(string Name, Func<PickleArguments, object?> Call);
