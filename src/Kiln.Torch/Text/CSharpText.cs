using System.Text;

namespace TorchSharp;

/// <summary>An array as C# writes it: type, rank, nested braces.</summary>
internal sealed class CSharpText(ShownElements elements, torch.ScalarType type, string newLine)
{
    private readonly StringBuilder _text = new();
    private readonly int _rank = elements.Sizes.Length;

    internal string Write()
    {
        if (_rank == 0) return Word(elements[0], suffix: "");
        if (_rank > 1) _text.Append(newLine);
        _text.Append(TypeName).Append(" [").Append(',', _rank - 1).Append("] {");
        if (_rank > 1) _text.Append(newLine).Append(' ');
        Items(0, 0);
        if (_rank > 1) _text.Append(newLine);
        return _text.Append('}').ToString();
    }

    private string TypeName => type switch
    {
        torch.ScalarType.Byte => "byte",
        torch.ScalarType.Int8 => "sbyte",
        torch.ScalarType.Int16 => "short",
        torch.ScalarType.Int32 => "int",
        torch.ScalarType.Int64 => "long",
        torch.ScalarType.Float32 => "float",
        torch.ScalarType.Float64 => "double",
        torch.ScalarType.ComplexFloat32 => "complex32",
        torch.ScalarType.ComplexFloat64 => "complex64",
        _ => type.ToString().ToLowerInvariant(),
    };

    private string Suffix => type switch
    {
        torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float32 => "f",
        torch.ScalarType.Int64 => "L",
        _ => "",
    };

    private void Items(int dimension, int first)
    {
        for (var i = 0; i < elements.Sizes[dimension]; i++)
        {
            if (i > 0) Separate(dimension);
            if (i > 0 && i == elements.Gaps[dimension]) Gap(dimension);
            Item(dimension + 1, first + i * elements.Step(dimension));
        }
        if (elements.Gaps[dimension] > 0 && elements.Gaps[dimension] == elements.Sizes[dimension])
        {
            Separate(dimension);
            _text.Append("...");
        }
    }

    private void Item(int dimension, int first)
    {
        if (dimension == _rank)
        {
            _text.Append(Word(elements[first], Suffix));
            return;
        }
        _text.Append('{');
        Items(dimension, first);
        _text.Append('}');
    }

    private void Gap(int dimension)
    {
        _text.Append("...");
        if (dimension == _rank - 1) _text.Append(' ');
        else _text.Append(newLine).Append(' ', dimension + 1);
    }

    private void Separate(int dimension)
    {
        if (dimension == _rank - 1) _text.Append(", ");
        else _text.Append(',').Append(newLine).Append(' ', dimension + 1);
    }

    private string Word(string word, string suffix) => type == torch.ScalarType.Bool ? word.ToLowerInvariant() : word + suffix;
}
