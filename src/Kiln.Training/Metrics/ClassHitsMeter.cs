using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Counts, class by class, what was said and what was true, and makes one figure of it.</summary>
internal sealed class ClassHitsMeter(DataSet data, Func<ClassHits, double> figure) : MetricMeter
{
    private readonly long _classes = data.TargetNames.Length;
    private readonly Tensor _right = zeros(data.TargetNames.Length, ScalarType.Int64);
    private readonly Tensor _said = zeros(data.TargetNames.Length, ScalarType.Int64);
    private readonly Tensor _true = zeros(data.TargetNames.Length, ScalarType.Int64);
    private bool _any;

    public override double Value => _any ? figure(Hits) : double.NaN;

    /// <summary>The counts so far.</summary>
    public ClassHits Hits => new([.. _right.data<long>()], [.. _said.data<long>()], [.. _true.data<long>()]);

    public override void Add(Tensor output, Tensor targets)
    {
        _any = true;
        if (data.Kind == TargetKind.Labels) AddLabels(output.gt(0), targets.gt(0.5));
        else AddClasses(output.argmax(-1).flatten(), HardTargets.Of(targets).flatten());
    }

    private void AddLabels(Tensor said, Tensor truth)
    {
        _right.add_(said.logical_and(truth).sum(0));
        _said.add_(said.sum(0));
        _true.add_(truth.sum(0));
    }

    private void AddClasses(Tensor said, Tensor truth)
    {
        Tensor right = said.eq(truth).to(ScalarType.Float64);
        _right.add_(truth.bincount(right, _classes).to(ScalarType.Int64));
        _said.add_(said.bincount(null, _classes));
        _true.add_(truth.bincount(null, _classes));
    }
}
