using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Makes a module and loads its weights from a file.</summary>
            /// <typeparam name="T">The type of the module; its constructor takes no arguments.</typeparam>
            /// <param name="path">A file written by <see cref="save(string, IList{string})"/>.</param>
            /// <returns>The module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            /// <summary>Writes parameters and persistent buffers to a file in TorchSharp's format.</summary>
            /// <param name="location">The file, which is replaced.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            /// <param name="writer">Where to.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            /// <param name="stream">Where to; it stays open.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes tensors with their names: their number, then for each its name and itself.</summary>
            /// <param name="writer">Where to.</param>
            /// <param name="sd">The tensors by name.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads parameters and persistent buffers from a file in TorchSharp's format.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether a missing or an unexpected name is an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets an entry for each name in the file: whether this module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="InvalidDataException">The file is truncated or damaged; nothing was changed.</exception>
            /// <exception cref="InvalidOperationException">Names differ and <paramref name="strict"/> is set; nothing was changed.</exception>
            /// <exception cref="ArgumentException">A shape differs; nothing was changed.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="reader">Where from.</param>
            /// <param name="strict">Whether a missing or an unexpected name is an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets an entry for each name in the file: whether this module has it.</param>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var scope = NewDisposeScope();
                var saved = ReadEntries(reader);
                var (_, unexpected) = load_state_dict(saved, strict, skip);
                if (loadedParameters is null) return this;
                foreach (var key in saved.Keys) loadedParameters[key] = !unexpected.Contains(key);
                return this;
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="stream">Where from; it stays open.</param>
            /// <param name="strict">Whether a missing or an unexpected name is an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets an entry for each name in the file: whether this module has it.</param>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            private static Dictionary<string, Tensor> ReadEntries(BinaryReader reader)
            {
                var entries = new Dictionary<string, Tensor>(StringComparer.Ordinal);
                for (int left = reader.DecodeCount("tensors"); left > 0; left--)
                    if (!entries.TryAdd(ReadKey(reader), TensorExtensionMethods.Load(reader)))
                        throw new InvalidDataException("The file holds two tensors of the same name. It is damaged.");
                return entries;
            }

            private static string ReadKey(BinaryReader reader)
            {
                try
                {
                    return reader.ReadString();
                }
                catch (Exception error) when (error is EndOfStreamException or FormatException or DecoderFallbackException or IOException)
                {
                    throw new InvalidDataException("The file ends where the name of a tensor should stand. It is truncated or not one of TorchSharp's files.", error);
                }
            }
        }
    }
}
