namespace Kiln.Torch.Generator.Layers;

/// <summary>One entry of layers.txt for one number of dimensions.</summary>
/// <param name="Name">The name of class and factory: <c>MaxPool2d</c>.</param>
/// <param name="Dimensions">How many numbers a size has; 1 also where sizes are plain numbers.</param>
/// <param name="Summary">What the layer computes.</param>
/// <param name="Shape">What goes in and comes out.</param>
internal sealed record Layer(string Name, int Dimensions, string Summary, string Shape)
{
    /// <summary>The parameter lists of the factory's overloads.</summary>
    public required IReadOnlyList<IReadOnlyList<LayerParameter>> Overloads { get; init; }

    /// <summary>The forms that sizes may be given in: <c>long</c>, <c>tuple</c>, <c>array</c>.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>The operator or C# expression that computes the output; null where the class is written by hand.</summary>
    public string? Forward { get; init; }

    /// <summary>What a listing shows between the parentheses; null for every parameter by its name.</summary>
    public IReadOnlyList<string>? Shows { get; init; }

    /// <summary>The record that carries the arguments to the constructor; null where they are passed one by one.</summary>
    public string? Options { get; init; }

    /// <summary>When the factory throws an ArgumentException; null where it does not.</summary>
    public string? Throws { get; init; }

    /// <summary>The longest parameter list, which is the constructor's.</summary>
    public IReadOnlyList<LayerParameter> Parameters => Overloads.MaxBy(list => list.Count)!;

    /// <summary>The name without the number of dimensions: <c>MaxPool</c>.</summary>
    public string Family => char.IsDigit(Name[^2]) && Name[^1] == 'd' ? Name[..^2] : Name;

    /// <summary>Whether sizes reach the constructor as arrays even in one dimension.</summary>
    public bool AlwaysArrays => Options is not null || Dimensions > 1;

    /// <summary>The forms in which one overload is written. In one dimension a tuple or an array of one number helps nobody.</summary>
    public IReadOnlyList<string> FormsOf(IReadOnlyList<LayerParameter> list) =>
        list.Any(p => p.HasForms) && (Dimensions > 1 || Name == Family || list.Any(p => p.Type == "border")) ? Forms : ["long"];

    /// <summary>Where PyTorch describes the layer.</summary>
    public string Source => $"https://docs.pytorch.org/docs/1.13/generated/torch.nn.{Name.Replace("_from_pretrained", ".html#torch.nn." + Name.Split('_')[0] + ".from_pretrained", StringComparison.Ordinal)}{(Name.Contains('_') ? "" : ".html")}";
}
