using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The direction of L-BFGS: the gradient, bent by how past gradients changed along past steps.</summary>
internal sealed class LbfgsDirection(long historySize) : IDisposable
{
    private readonly List<Change> _history = [];
    private Tensor? _gradient;
    private Tensor? _previousGradient;
    private Tensor? _current;
    private double _scale = 1;

    /// <summary>The gradient of all weights, (D). The tensor set here is owned.</summary>
    public Tensor Gradient
    {
        get => _gradient!;
        set => Keep(ref _gradient, value);
    }

    /// <summary>The direction, (D), or null before the first turn.</summary>
    public Tensor? Current => _current;

    /// <summary>How far to go along the direction.</summary>
    public double Rate { get; private set; }

    /// <summary>Finds the next direction and how far to go.</summary>
    /// <returns>The slope of the loss along it.</returns>
    public double Turn(double learningRate)
    {
        using var scope = NewDisposeScope();
        if (_current is null)
        {
            Keep(ref _current, Gradient.neg());
            Rate = Math.Min(1, 1 / Number(Gradient.abs().sum())) * learningRate;
        }
        else
        {
            Remember(Gradient.sub(_previousGradient!), _current.mul(Rate));
            Keep(ref _current, Bent());
            Rate = learningRate;
        }
        Keep(ref _previousGradient, Gradient.clone());
        return Dot(Gradient, _current!);
    }

    public void Dispose()
    {
        foreach (var change in _history) change.Dispose();
        _gradient?.Dispose();
        _previousGradient?.Dispose();
        _current?.Dispose();
    }

    // Nocedal and Wright, algorithm 7.4.
    private Tensor Bent()
    {
        var parts = new double[_history.Count];
        var direction = Gradient.neg();
        for (int i = _history.Count - 1; i >= 0; i--)
        {
            parts[i] = Dot(_history[i].Step, direction) * _history[i].Inverse;
            direction.add_(_history[i].OfGradient, -parts[i]);
        }
        direction.mul_(_scale);
        for (int i = 0; i < _history.Count; i++)
            direction.add_(_history[i].Step, parts[i] - Dot(_history[i].OfGradient, direction) * _history[i].Inverse);
        return direction;
    }

    private void Remember(Tensor ofGradient, Tensor step)
    {
        double curvature = Dot(ofGradient, step);
        if (curvature <= 1e-10) return;
        if (_history.Count == historySize)
        {
            _history[0].Dispose();
            _history.RemoveAt(0);
        }
        _history.Add(new Change(ofGradient.DetachFromDisposeScope(), step.DetachFromDisposeScope(), 1 / curvature));
        _scale = curvature / Dot(ofGradient, ofGradient);
    }

    private static double Dot(Tensor a, Tensor b) => Number(a.dot(b));

    private static double Number(Tensor tensor) => tensor.to_type(ScalarType.Float64).item<double>();

    private static void Keep(ref Tensor? field, Tensor tensor)
    {
        field?.Dispose();
        field = tensor.DetachFromDisposeScope();
    }

    /// <summary>How the gradient changed along a step.</summary>
    private sealed record Change(Tensor OfGradient, Tensor Step, double Inverse) : IDisposable
    {
        public void Dispose()
        {
            OfGradient.Dispose();
            Step.Dispose();
        }
    }
}
