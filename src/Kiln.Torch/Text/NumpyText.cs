using System.Text;

namespace TorchSharp;

/// <summary>Nested brackets as NumPy writes them: rows below each other, an empty line more for each further dimension.</summary>
internal sealed class NumpyText(ShownElements elements, string newLine)
{
    private readonly StringBuilder _text = new();

    internal string Write()
    {
        Slice(0, 0);
        return _text.ToString();
    }

    private void Slice(int dimension, int first)
    {
        if (dimension == elements.Sizes.Length)
        {
            _text.Append(elements[first]);
            return;
        }
        _text.Append('[');
        for (var i = 0; i < elements.Sizes[dimension]; i++)
        {
            if (i > 0) Separate(dimension);
            if (i > 0 && i == elements.Gaps[dimension]) Gap(dimension);
            Slice(dimension + 1, first + i * elements.Step(dimension));
        }
        if (elements.Gaps[dimension] > 0 && elements.Gaps[dimension] == elements.Sizes[dimension])
        {
            Separate(dimension);
            _text.Append("...");
        }
        _text.Append(']');
    }

    private void Gap(int dimension)
    {
        _text.Append("...");
        if (dimension == elements.Sizes.Length - 1) _text.Append(' ');
        else Separate(dimension);
    }

    private void Separate(int dimension)
    {
        var inner = elements.Sizes.Length - 1 - dimension;
        if (inner == 0) _text.Append(", ");
        for (var i = 0; i < inner; i++) _text.Append(newLine);
        if (inner > 0) _text.Append(' ', dimension + 1);
    }
}
