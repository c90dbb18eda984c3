using System.Text;

namespace TorchSharp;

/// <summary>Rows in columns as Julia writes them, one matrix below the other. Rows end where the line is full.</summary>
internal sealed class JuliaText
{
    private const string Ellipsis = "...";

    private readonly StringBuilder _text = new();
    private readonly ShownElements _elements;
    private readonly long[] _shape;
    private readonly int _width;
    private readonly string _newLine;

    /// <summary>Prepares the text of a tensor with at least one dimension.</summary>
    internal JuliaText(ShownElements elements, long[] shape, int width, string newLine) =>
        (_elements, _shape, _width, _newLine) = (elements, shape, width, newLine);

    internal string Write()
    {
        if (_shape.Length <= 2)
        {
            _text.Append(_newLine);
            Matrix(0);
        }
        else
        {
            Slices(0, 0, []);
        }
        return _text.ToString();
    }

    // All dimensions but the last two are written as matrices, one below the other.
    private void Slices(int dimension, int first, long[] indices)
    {
        if (dimension == _shape.Length - 2)
        {
            _text.Append(_newLine).Append('[').AppendJoin(',', indices).Append(",..,..] =").Append(_newLine);
            Matrix(first);
            return;
        }
        var gap = _elements.Gaps[dimension];
        for (var i = 0; i < _elements.Sizes[dimension]; i++)
        {
            if (i > 0 && i == gap) _text.Append(_newLine).Append(Ellipsis).Append(_newLine);
            var index = gap > 0 && i >= gap ? _shape[dimension] - _elements.Sizes[dimension] + i : i;
            Slices(dimension + 1, first + i * _elements.Step(dimension), [.. indices, index]);
        }
    }

    private void Matrix(int first)
    {
        var last = _shape.Length - 1;
        var rows = last == 0 ? 1 : _elements.Sizes[last - 1];
        var gap = last == 0 ? 0 : _elements.Gaps[last - 1];
        var columns = _elements.Sizes[last];
        var fitting = columns;
        for (var row = 0; row < rows; row++) fitting = Math.Min(fitting, Fitting(first + row * columns, columns));
        for (var row = 0; row < rows; row++)
        {
            if (row > 0 && row == gap) _text.Append(' ').Append(Ellipsis).Append(_newLine);
            for (var column = 0; column < fitting; column++)
                _text.Append(' ').Append(_elements[first + row * columns + column].PadLeft(ColumnWidth(first, column, rows, columns)));
            if (fitting < _shape[last]) _text.Append(' ').Append(Ellipsis);
            _text.Append(_newLine);
        }
    }

    /// <summary>How many words fit into a line, with room for the ellipsis.</summary>
    private int Fitting(int first, int columns)
    {
        long left = _width;
        for (var column = 0; column < columns; column++)
        {
            var length = _elements[first + column].Length;
            if (left - length - Ellipsis.Length - 1 < 0) return column;
            left -= length + 1;
        }
        return columns;
    }

    private int ColumnWidth(int first, int column, int rows, int columns)
    {
        var width = 0;
        for (var row = 0; row < rows; row++) width = Math.Max(width, _elements[first + row * columns + column].Length);
        return width;
    }
}
