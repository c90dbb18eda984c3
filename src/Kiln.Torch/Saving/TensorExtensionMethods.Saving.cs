using System.Text;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor in TorchSharp's format: type, rank and sizes as LEB128 numbers, then the elements.</summary>
    /// <param name="tensor">The tensor (*), of any layout in memory.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="NotSupportedException">The tensor is sparse.</exception>
    /// <remarks>Source: TorchSharp, docs/articles/saveload.md.</remarks>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorFormat.Write(tensor, writer);

    /// <inheritdoc cref="Save(torch.Tensor, BinaryWriter)"/>
    /// <param name="tensor">The tensor (*), of any layout in memory.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        TensorFormat.Write(tensor, writer);
    }

    /// <inheritdoc cref="Save(torch.Tensor, BinaryWriter)"/>
    /// <param name="tensor">The tensor (*), of any layout in memory.</param>
    /// <param name="location">The file, which is replaced.</param>
    public static void Save(this torch.Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads a tensor in TorchSharp's format into an existing one.</summary>
    /// <param name="tensor">The tensor to fill, of the same type and sizes.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Passes over the saved tensor and changes nothing.</param>
    /// <exception cref="ArgumentException">The saved tensor has another type or other sizes.</exception>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip) TensorFormat.Skip(reader);
        else TensorFormat.ReadInto(tensor, reader);
    }

    /// <summary>Reads a tensor in TorchSharp's format.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Passes over the elements: the result has zeros.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        if (!skip) return TensorFormat.Read(reader);
        var head = TensorFormat.Skip(reader);
        return Ops.zeros(head.Shape, head.Type);
    }

    /// <summary>Reads a tensor in TorchSharp's format into an existing one, or a new one where there is none.</summary>
    /// <param name="tensor">The tensor to fill, or null.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Passes over the elements.</param>
    /// <exception cref="ArgumentException">The saved tensor has another type or other sizes.</exception>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null) tensor = Load(reader, skip);
        else tensor.Load(reader, skip);
    }
}
