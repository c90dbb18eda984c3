using System.Text.Json;

namespace Kiln;

/// <summary>What the page sent over a comm.</summary>
/// <param name="Data">The data, usually an object.</param>
/// <param name="Metadata">The metadata.</param>
/// <param name="Buffers">The binary parts.</param>
public sealed record CommMessage(JsonElement Data, JsonElement Metadata, IReadOnlyList<byte[]> Buffers)
{
    /// <summary>The data as a value of C#, names matched whatever their case.</summary>
    /// <exception cref="JsonException">The data does not fit the type.</exception>
    public T? As<T>() => Data.Deserialize<T>(JsonSerializerOptions.Web);
}
