using System.Diagnostics;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>One operator on tensors of one element, over and over: what a call costs besides its arithmetic.</summary>
internal sealed record OperatorWorkload(string Name, string Title, double Target, int Steps) : Workload(Name, Title, Target, Steps)
{
    // As many results as a step of a small network leaves to its scope.
    private const int CallsInScope = 50;

    /// <summary>Runs the operator on two tensors a number of times; the result is one that Python has too.</summary>
    public required Func<Tensor, Tensor, int, Tensor> Run { get; init; }

    public bool NeedsGradient { get; init; }

    public override bool HasForeach => false;

    public static readonly OperatorWorkload[] Operators =
    [
        new("add", "a + b", 1.2, 20_000)
        {
            Run = static (a, b, calls) =>
            {
                var result = a;
                for (int i = 0; i < calls; i++) result = a + b;
                return result;
            },
        },
        new("view", "a.view(1, 1)", 1.2, 20_000)
        {
            Run = static (a, b, calls) =>
            {
                var result = a;
                for (int i = 0; i < calls; i++) result = a.view(1, 1);
                return result;
            },
        },
        new("add_", "a.add_(b)", 1.2, 20_000)
        {
            Run = static (a, b, calls) =>
            {
                for (int i = 0; i < calls; i++) a.add_(b);
                return a;
            },
        },
        new("backward", "(w + b).backward()", 1.2, 4_000)
        {
            NeedsGradient = true,
            Run = static (w, b, calls) =>
            {
                for (int i = 0; i < calls; i++) (w + b).backward();
                return w.grad!;
            },
        },
    ];

    public override Measurement Measure()
    {
        using var scope = NewDisposeScope();
        using var mode = set_grad_enabled(NeedsGradient);
        var first = ones(1, requires_grad: NeedsGradient);
        var second = ones(1);
        RunInScopes(first, second, Steps / 10);
        long start = Stopwatch.GetTimestamp();
        double result = RunInScopes(first, second, Steps);
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds / Steps, result);
    }

    private double RunInScopes(Tensor first, Tensor second, int calls)
    {
        for (int done = CallsInScope; done < calls; done += CallsInScope)
        {
            using var scope = NewDisposeScope();
            Run(first, second, CallsInScope);
        }
        using var lastScope = NewDisposeScope();
        return Run(first, second, CallsInScope).item<float>();
    }
}
