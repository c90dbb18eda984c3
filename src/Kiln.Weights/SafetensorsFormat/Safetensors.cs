using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads and writes safetensors files: named tensors after a JSON header, nothing executable.</summary>
/// <seealso href="https://huggingface.co/docs/safetensors/index#format"/>
public static class Safetensors
{
    /// <summary>Writes tensors to a file: the whole file or nothing.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete on the disk.</param>
    /// <param name="tensors">The tensors by name, any shape; those on other devices are copied to the CPU.</param>
    /// <param name="metadata">Texts to keep in the header; null for none.</param>
    /// <exception cref="ArgumentException">A dtype that the format does not have, or the name <c>__metadata__</c>.</exception>
    /// <exception cref="WeightsFileException">The disk is full or the folder cannot be written; a file of that name is as it was.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var plan = WritePlan.Of(tensors, metadata ?? new Dictionary<string, string>());
        AtomicFile.Write(path, plan.WriteTo);
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>New tensors on the CPU by name; they belong to the caller's dispose scope, or to the caller if there is none.</returns>
    /// <exception cref="WeightsFileException">The file is missing, truncated, or not a valid safetensors file.</exception>
    /// <remarks>Everything in the header is checked against the file's size before anything of that size is allocated.</remarks>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using var file = Open(path);
        return file.ReadAll();
    }

    /// <summary>Opens a file to look at its header and to read single tensors or parts of them.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open file; the caller disposes it. No values have been read.</returns>
    /// <exception cref="WeightsFileException">The file is missing, truncated, or not a valid safetensors file.</exception>
    public static SafetensorsFile Open(string path)
    {
        var file = InputFile.Open(path);
        try
        {
            return new SafetensorsFile(file, Header.Read(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
