using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The layers of a module with output shapes, parameters, multiply-adds and memory.</summary>
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

    /// <summary>The layers in the order they are defined; the layers of a group follow its heading.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>Shape of one example, without N.</summary>
    public long[] InputShape { get; }

    /// <summary>Shape of the output for one example, without N.</summary>
    public long[] OutputShape { get; }

    /// <summary>Trainable numbers in the module; shared ones count once.</summary>
    public long Parameters { get; }

    /// <summary>Numbers in the module that are not trained; running statistics are not among them.</summary>
    public long Frozen { get; internal init; }

    /// <summary>Multiply-add operations for one example.</summary>
    public long MultiplyAdds => Rows.Sum(row => row.MultiplyAdds);

    /// <summary>What the model takes in memory.</summary>
    public ModelMemory Memory { get; internal init; } = new(0, 0, 0);

    /// <summary>What seems wrong with the model though it runs, each a sentence with its remedy; empty for most.</summary>
    public ImmutableArray<string> Hints { get; internal init; } = [];

    internal string LastLayer { get; }

    /// <summary>Runs a batch of zeros through a module and describes it.</summary>
    /// <param name="module">The module; its mode is the same afterwards.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ModelException">The module threw on a batch of that shape.</exception>
    public static ModelSummary Of(nn.Module<Tensor, Tensor> module, long[] inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        return Of(module, new ExampleForm(inputShape));
    }

    /// <summary>The same for any kind of input.</summary>
    internal static ModelSummary Of(nn.Module<Tensor, Tensor> module, ExampleForm input)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var trace = new ModuleTrace(module);
        ExampleForm output = DummyBatch.FormAfter(module, input, module.GetName());
        if (module is IOwnLosses own)
        {
            trace.FillIn();
            DummyBatch.CallParts(module, own.Parts, input);
        }
        List<SummaryRow> rows = [.. SummaryRows.Of(module, trace)];
        string last = (module as LayerStack)?.Steps[^1].Where ?? trace.LastCalled ?? module.GetName();
        return new ModelSummary(rows, input.Sizes, output.Sizes, last, ModuleSize.Trainable(module))
        {
            Frozen = ModuleSize.Frozen(module),
            Memory = ModuleSize.MemoryOf(module, input, trace),
        };
    }

    internal ModelSummary With(ImmutableArray<string> hints) =>
        new(Rows, InputShape, OutputShape, LastLayer, Parameters) { Frozen = Frozen, Memory = Memory, Hints = hints };

    /// <summary>The summary as a table for a terminal.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"layer",-28} {"output shape",-18} {"parameters",12} {"multiply-adds",15}");
        foreach (SummaryRow row in Rows)
        {
            string shape = row.OutputShape is { } known ? ShapeText.OfBatch(known.AsSpan()) : "?";
            string name = new string(' ', 2 * row.Depth) + row.Name + " " + row.Kind;
            text.AppendLine(CultureInfo.InvariantCulture, $"{name,-28} {shape,-18} {row.Parameters + row.Frozen,12:N0} {row.MultiplyAdds,15:N0}");
        }
        text.Append(CultureInfo.InvariantCulture, $"{"total",-47} {Parameters + Frozen,12:N0} {MultiplyAdds,15:N0}");
        if (Frozen > 0) text.AppendLine().Append(CultureInfo.InvariantCulture, $"{"trainable",-47} {Parameters,12:N0}");
        return text.ToString();
    }
}
