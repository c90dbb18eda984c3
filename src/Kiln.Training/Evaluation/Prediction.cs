using System.Collections.Immutable;
using System.Globalization;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What a model says of one example.</summary>
/// <param name="Values">
/// The probability of each class or label, or each number predicted in its own unit, in the order of the data set's
/// <see cref="DataSet.TargetNames"/>; empty where a model gives something else.
/// </param>
public sealed record Prediction(ImmutableArray<NamedValue> Values)
{
    /// <summary>The likeliest class; null where classes are not what is predicted.</summary>
    public string? Class { get; init; }

    /// <summary>The probability of <see cref="Class"/>, 0..1; NaN where there is none.</summary>
    public double Probability { get; init; } = double.NaN;

    /// <summary>The labels whose probability is at least 0.5; empty where labels are not what is predicted.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>All outputs as the module gave them, flattened.</summary>
    public ImmutableArray<float> Outputs { get; init; } = [];

    /// <summary>The values from the likeliest or largest on.</summary>
    public IEnumerable<NamedValue> Ranked => Values.OrderByDescending(value => value.Value);

    /// <summary>The value of a name: the probability of a class or label, or a number.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public double this[string name] => Values.FirstOrDefault(value => value.Name == name)?.Value
        ?? throw new ArgumentException($"There is no '{name}' in this prediction. {Suggestions.Hint(name, [.. Values.Select(value => value.Name)])}");

    /// <summary>"Shirt (0.93)", or the numbers by name.</summary>
    public override string ToString() => this switch
    {
        { Class: { } name } => string.Create(CultureInfo.InvariantCulture, $"{name} ({Probability:0.00})"),
        { Values.Length: > 0, Labels.IsEmpty: true } => string.Join(", ", Values),
        { Values.Length: > 0 } => string.Join(", ", Labels),
        _ => $"{Outputs.Length} outputs",
    };

    /// <summary>Reads the output for one example.</summary>
    /// <param name="output">(*) what the module gave, without N.</param>
    /// <param name="task">What it was trained for.</param>
    /// <param name="data">Whose names and scaling hold.</param>
    internal static Prediction Of(Tensor output, LearningTask task, DataSet data)
    {
        using var scope = NewDisposeScope();
        ImmutableArray<float> outputs = [.. output.to(ScalarType.Float32).flatten().contiguous().data<float>()];
        Prediction said = task.Targets switch
        {
            TargetKind.Class => OfClasses(data, output.softmax(-1)),
            // What comes after the last step is what a text asks for.
            TargetKind.Tokens => OfClasses(data, output.select(0, -1).softmax(-1)),
            TargetKind.Labels => OfLabels(data, output.sigmoid()),
            TargetKind.Numbers => new Prediction(Named(data, data.TargetScaling.Undo(output))),
            _ => new Prediction([]),
        };
        return said with { Outputs = outputs };
    }

    private static Prediction OfClasses(DataSet data, Tensor shares)
    {
        ImmutableArray<NamedValue> values = Named(data, shares.to(ScalarType.Float32).contiguous().data<float>().ToArray());
        NamedValue likeliest = values.MaxBy(value => value.Value)!;
        return new Prediction(values) { Class = likeliest.Name, Probability = likeliest.Value };
    }

    private static Prediction OfLabels(DataSet data, Tensor shares)
    {
        ImmutableArray<NamedValue> values = Named(data, shares.to(ScalarType.Float32).contiguous().data<float>().ToArray());
        return new Prediction(values) { Labels = [.. values.Where(value => value.Value >= .5).Select(value => value.Name)] };
    }

    private static ImmutableArray<NamedValue> Named(DataSet data, float[] values) => [.. values.Select((value, i) => new NamedValue(data.TargetNames[i], value))];
}

/// <summary>A number with its name.</summary>
/// <param name="Name">A class, label or column.</param>
/// <param name="Value">A probability 0..1, or a number in its own unit.</param>
public sealed record NamedValue(string Name, double Value)
{
    /// <summary>"price 12.5".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.####}");
}
