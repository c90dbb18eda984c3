using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>One line of a summary.</summary>
/// <param name="Name">Place in the module: the number of a layer, or the dotted name of a submodule.</param>
/// <param name="Kind">"Conv2d".</param>
/// <param name="OutputShape">Shape of one example after it, without N; null if it was not called through <c>call</c>.</param>
/// <param name="Parameters">Trainable numbers in it.</param>
/// <param name="MultiplyAdds">Multiply-add operations for one example, of linear layers and convolutions.</param>
public sealed record SummaryRow(string Name, string Kind, ImmutableArray<long>? OutputShape, long Parameters, long MultiplyAdds);

/// <summary>The layers of a module with output shapes, parameters and multiply-adds.</summary>
public sealed class ModelSummary
{
    internal ModelSummary(IReadOnlyList<SummaryRow> rows, long[] inputShape, long[] outputShape, string lastLayer, long parameters)
    {
        Rows = rows;
        InputShape = inputShape;
        OutputShape = outputShape;
        LastLayer = lastLayer;
        Parameters = parameters;
    }

    /// <summary>The layers in the order they are defined.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>Shape of one example, without N.</summary>
    public long[] InputShape { get; }

    /// <summary>Shape of the output for one example, without N.</summary>
    public long[] OutputShape { get; }

    /// <summary>Trainable numbers in the module; shared ones count once.</summary>
    public long Parameters { get; }

    /// <summary>Multiply-add operations for one example.</summary>
    public long MultiplyAdds => Rows.Sum(row => row.MultiplyAdds);

    internal string LastLayer { get; }

    /// <summary>Runs a batch of zeros through a module and describes it.</summary>
    /// <param name="module">The module; its mode is the same afterwards.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ModelException">The module threw on a batch of that shape.</exception>
    public static ModelSummary Of(nn.Module<Tensor, Tensor> module, long[] inputShape)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(inputShape);
        using var trace = new ShapeTrace(module);
        long[] outputShape = DummyBatch.ShapeAfter(module, inputShape, module.GetName());
        List<SummaryRow> rows = module is LayerStack stack
            ? [.. stack.Steps.Select((step, i) => trace.RowOf((i + 1).ToString(CultureInfo.InvariantCulture), step.Kind, step.Module, step.OutputShape))]
            : [.. trace.Leaves.Select(leaf => trace.RowOf(leaf.Name, leaf.Module.GetType().Name, leaf.Module, null))];
        string last = (module as LayerStack)?.Steps[^1].Where ?? trace.LastCalled ?? module.GetName();
        return new ModelSummary(rows, inputShape, outputShape, last, ShapeTrace.ParametersOf(module));
    }

    /// <summary>The summary as a table for a terminal.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"layer",-24} {"output shape",-18} {"parameters",12} {"multiply-adds",15}");
        foreach (SummaryRow row in Rows)
        {
            string shape = row.OutputShape is { } known ? ShapeText.OfBatch(known.AsSpan()) : "?";
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Name + " " + row.Kind,-24} {shape,-18} {row.Parameters,12:N0} {row.MultiplyAdds,15:N0}");
        }
        text.Append(CultureInfo.InvariantCulture, $"{"total",-43} {Parameters,12:N0} {MultiplyAdds,15:N0}");
        return text.ToString();
    }
}
