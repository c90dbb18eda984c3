using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Reads a tensor in TorchSharp's format, as <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> writes it.</summary>
        /// <param name="reader">Where from.</param>
        /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
        /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
        public static Tensor Load(BinaryReader reader) => TensorFormat.Read(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="stream">Where from; it stays open.</param>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return TensorFormat.Read(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="location">The file.</param>
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}
