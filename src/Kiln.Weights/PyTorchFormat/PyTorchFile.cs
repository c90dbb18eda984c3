using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads and writes the files of Python's <c>torch.save</c> (<c>.pt</c>, <c>.pth</c>) without running anything that is in them.</summary>
/// <remarks>
/// <para>Such a file holds a pickle, a little program that Python runs. Here it is read by an interpreter that knows tensors,
/// dictionaries, lists, tuples, numbers, texts, sizes, dtypes and devices, and refuses every other class or function by its name.
/// Both kinds are read: the zip archive (PyTorch 1.6 and later) and the one before it.</para>
/// <para>Big-endian files, sparse and quantised tensors and compressed archives are refused. Sums of the archive are not checked, as PyTorch does not.</para>
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.save.html"/>
public static class PyTorchFile
{
    /// <summary>Reads everything a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// What was saved: <see cref="Tensor"/> on the CPU, <see cref="Dictionary{TKey, TValue}">Dictionary&lt;object, object?&gt;</see>,
    /// <see cref="List{T}">List&lt;object?&gt;</see>, <c>object?[]</c> for tuples, <c>long[]</c> for <c>torch.Size</c>, <see cref="long"/>,
    /// <see cref="double"/>, <see cref="bool"/>, <see cref="string"/>, <c>byte[]</c>, <see cref="ScalarType"/>,
    /// <see cref="System.Numerics.BigInteger"/>, <see cref="System.Numerics.Complex"/> or null. Devices come as texts.
    /// The tensors belong to the caller's dispose scope, or to the caller if there is none.
    /// </returns>
    /// <exception cref="WeightsFileException">The file is missing, damaged, of another kind, or asks for something that is not on the list.</exception>
    /// <remarks>Tensors that share memory in the file share it here. No tensor requires gradients. Nothing larger than the file is allocated.</remarks>
    public static object? Read(string path)
    {
        using var file = InputFile.Open(path);
        using var scope = NewDisposeScope();
        var pickle = FileKinds.Of(file) switch
        {
            FileKind.Zip => ZippedPickle.Read(file),
            FileKind.Pickle => LegacyPickle.Read(file),
            _ => throw new WeightsFileException(path, "not a file of torch.save. Use Safetensors.Load for safetensors files and module.load for files of module.save."),
        };
        var values = new ValueTree(pickle);
        object? root = values.Convert(pickle.Root);
        values.KeepTensors();
        return root;
    }

    /// <summary>Writes named tensors as a state dict that Python reads with <c>torch.load</c>: the whole file or nothing.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete on the disk.</param>
    /// <param name="tensors">The tensors by name, any shape, in the order they shall have in Python. One tensor under two names is stored once.</param>
    /// <exception cref="ArgumentException">A dtype that <c>torch.save</c> has no storage for.</exception>
    /// <exception cref="WeightsFileException">The disk is full or the folder cannot be written; a file of that name is as it was.</exception>
    /// <remarks>In Python: <c>model.load_state_dict(torch.load("model.pt"))</c>, also with <c>weights_only=True</c>.</remarks>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        var archive = StateDictArchive.Of(tensors);
        AtomicFile.Write(path, archive.WriteTo);
    }
}
