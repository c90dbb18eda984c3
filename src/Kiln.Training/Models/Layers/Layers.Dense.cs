using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <summary>
/// Layers that learn their input size from the layer before: <c>Conv2d(6, 5)</c> instead of <c>nn.Conv2d(1, 6, 5)</c>.
/// Names, order and defaults of the other arguments are those of <c>torch.nn</c>; each name stands once, without overloads,
/// because a notebook offers them as local functions. <c>line</c> is filled in by the compiler.
/// </summary>
public static partial class Layers
{
    /// <summary>(N, D) to (N, outFeatures), or (N, T, D) to (N, T, outFeatures): <c>y = x W' + b</c>. Pictures need <see cref="Flatten"/> first.</summary>
    /// <param name="outFeatures">Size of the output.</param>
    /// <param name="bias">Whether to add b (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Linear(long outFeatures, bool bias = true, [CallerLineNumber] int line = 0) =>
        new(nameof(Linear), line, input =>
        {
            input.RequirePositive(nameof(outFeatures), outFeatures);
            return torch.nn.Linear(input.Features(), outFeatures, bias);
        });
}
