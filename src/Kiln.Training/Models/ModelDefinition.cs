using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A model by name: the source that defines it, which is its identity, and the function that builds it.</summary>
/// <param name="Name">Lower-kebab name.</param>
/// <param name="Source">The text of the definition, as the user wrote it.</param>
/// <param name="Build">Makes a new module with fresh weights; called on the training thread.</param>
public sealed record ModelDefinition(string Name, string Source, Func<ModelContext, nn.Module<Tensor, Tensor>> Build)
{
    /// <summary>SHA-256, in hexadecimal, of the source without trailing blanks and blank lines at either end; line ends do not count.</summary>
    public string Hash { get; } = HashOf(Source);

    private static string HashOf(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        IEnumerable<string> lines = source.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        string normalised = string.Join('\n', lines).Trim('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalised)));
    }
}
