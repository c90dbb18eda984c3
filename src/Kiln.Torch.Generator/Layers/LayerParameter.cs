namespace Kiln.Torch.Generator.Layers;

/// <summary>One parameter of a layer's factory, as layers.txt declares it.</summary>
/// <param name="Type">A C# type, or one of the kinds that take several forms: <c>size</c>, <c>border</c>, <c>ratio</c>.</param>
/// <param name="Optional">Whether the kind stands with a question mark: null is allowed in every form.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Default">The default as written, or null.</param>
internal sealed record LayerParameter(string Type, bool Optional, string Name, string? Default)
{
    /// <summary>Whether the parameter can be a number, a tuple or an array.</summary>
    public bool HasForms => Type is "size" or "border" or "ratio";

    /// <summary>The type of one number of a kind with forms.</summary>
    public string Element => Type == "ratio" ? "double" : "long";

    /// <summary>The name that stands in an options record: <c>in_channels</c> becomes <c>InChannels</c>.</summary>
    public string OptionName => string.Concat(Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
