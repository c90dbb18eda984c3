using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads and writes safetensors files: named tensors after a JSON header, nothing executable.</summary>
/// <remarks>Source: the format description of huggingface/safetensors.</remarks>
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
        string temporary = path + ".tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                plan.WriteTo(file);
                // Without this a crash could leave the new name on an empty file.
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            throw new WeightsFileException(path, $"cannot be written ({e.Message.TrimEnd('.')}). Free some space or choose another folder; a file of that name is unchanged.", e);
        }
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Tensors on the CPU and metadata; the caller disposes it.</returns>
    /// <exception cref="WeightsFileException">The file is missing, truncated, or not a valid safetensors file.</exception>
    /// <remarks>Everything in the header is checked against the file's size before anything of that size is allocated.</remarks>
    public static SafetensorsFile Load(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var header = Header.Read(file, path);
            return TensorReader.ReadAll(file, path, header);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsFileException(path, "there is no such file. Check the path, or train first so that a checkpoint is written.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not WeightsFileException))
        {
            throw new WeightsFileException(path, $"cannot be read ({e.Message.TrimEnd('.')}). Check that it is a file and that you may read it.", e);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error that brought us here is the one to report.
        }
    }
}
