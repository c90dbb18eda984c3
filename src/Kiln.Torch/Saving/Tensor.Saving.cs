using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file that libtorch, TorchSharp and Python read.</summary>
        /// <param name="location">The file, which is replaced. In Python: <c>next(torch.jit.load(location).parameters())</c>.</param>
        /// <exception cref="TorchException">The tensor is sparse, or the file cannot be written.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.save.html"/>
        public void save(string location) => TensorArchive.Save(this, location);

        /// <summary>Reads a tensor that <see cref="save"/>, TorchSharp or C++'s <c>torch::save</c> wrote.</summary>
        /// <param name="location">The file. One that holds code is refused before any of it could run.</param>
        /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="InvalidDataException">The file is damaged, of another kind, or holds code or several tensors.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.load.html"/>
        public static Tensor load(string location) => TensorArchive.Load(location);

        /// <summary>Reads a tensor in TorchSharp's format, as <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> writes it.</summary>
        /// <param name="reader">Where from.</param>
        /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
        /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/saveload.md"/>
        public static Tensor Load(BinaryReader reader) => TensorFormat.Read(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="stream">Where from; it stays open.</param>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/saveload.md"/>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return TensorFormat.Read(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="location">The file.</param>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/saveload.md"/>
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}
