namespace Kiln.Torch.Generator.Layers;

/// <summary>The C# of a factory's parameter in one of its forms: a number, a tuple or an array.</summary>
internal sealed class ParameterForm
{
    private readonly LayerParameter _parameter;
    private readonly Layer _layer;
    private readonly string _form;

    /// <summary>Works out the code of a parameter of a layer.</summary>
    public ParameterForm(LayerParameter parameter, Layer layer, string form) => (_parameter, _layer, _form) = (parameter, layer, form);

    /// <summary>The parameter's declaration with its default.</summary>
    public string Declaration => (_parameter.HasForms, _form) switch
    {
        (false, _) => Declare(_parameter.Type, _parameter.Default),
        (_, "long") => _parameter.Optional ? Declare($"{_parameter.Element}?", "null") : Declare(_parameter.Element, _parameter.Default),
        (_, "tuple") => CanBeNull ? Declare($"{Tuple}?", "null") : Declare(Tuple, null),
        _ => CanBeNull ? Declare($"{_parameter.Element}[]?", "null") : Declare($"{_parameter.Element}[]", null),
    };

    /// <summary>The statement that brings the parameter into the constructor's form, or empty.</summary>
    public string Preparation => NeedsLocal ? $"{ValueType} {Local} = {Converted};" : "";

    /// <summary>What to pass on.</summary>
    public string Local => NeedsLocal ? _parameter.Name + "_" : _parameter.Name;

    /// <summary>The type that the constructor takes.</summary>
    public string ValueType => !_parameter.HasForms ? _parameter.Type
        : (AsArray ? $"{_parameter.Element}[]" : _parameter.Element) + (_parameter is { Optional: true, Default: null } ? "?" : "");

    private bool NeedsLocal => _parameter.HasForms && (AsArray || _parameter.Optional);

    private bool AsArray => _layer.AlwaysArrays || _parameter.Type == "border";

    private bool CanBeNull => _parameter.Optional || _parameter.Default is not null;

    private int Count => _parameter.Type == "border" ? 2 * _layer.Dimensions : _layer.Dimensions;

    private string Tuple => $"({string.Join(", ", Enumerable.Repeat(_parameter.Element, Count))})";

    private string Converted
    {
        get
        {
            var name = _parameter.Name;
            var nullable = _form == "long" ? _parameter.Optional : CanBeNull;
            var given = _form switch
            {
                "array" => name,
                "tuple" => "[" + string.Join(", ", Enumerable.Range(1, Count).Select(i => $"{(nullable ? $"{name}.Value" : name)}.Item{i}")) + "]",
                _ when AsArray => Repeat(nullable ? $"{name}.Value" : name),
                _ => name,
            };
            if (!nullable) return given;
            if (_form == "array" || !AsArray) return _parameter.Default is null ? name : $"{name} ?? {Fallback}";
            return $"{name} is null ? {Fallback} : {given}";
        }
    }

    /// <summary>What null stands for: nothing, a number in every place, or the value of another parameter.</summary>
    private string Fallback => _parameter.Default switch
    {
        null => "null",
        var number when char.IsDigit(number[0]) => AsArray ? Repeat(number) : number,
        var other => other + (AsArray ? "_" : ""),
    };

    private string Repeat(string value) => "[" + string.Join(", ", Enumerable.Repeat(value, Count)) + "]";

    private string Declare(string type, string? value) => $"{type} {_parameter.Name}{(value is null ? "" : $" = {value}")}";
}
