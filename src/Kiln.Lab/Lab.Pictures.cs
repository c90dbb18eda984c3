using Kiln.Charts;
using Kiln.Runs;

namespace Kiln;

public static partial class Lab
{
    /// <summary>Draws two columns of the recorded runs against each other, a point for each run, coloured by model.</summary>
    /// <param name="x">Column, metric, hyperparameter or training option with numbers, such as <c>lr</c>; its axis is logarithmic where it spans a factor of 100.</param>
    /// <param name="y">Another, such as <c>val_accuracy</c>.</param>
    /// <param name="filter">Which runs; default all.</param>
    /// <returns>The chart; runs that lack one of the values are left out.</returns>
    /// <exception cref="LabException">No run has both, or one of them is text.</exception>
    /// <exception cref="RunFilterException">The filter's question cannot be read, or there is no such column.</exception>
    public static ScatterChart Scatter(string x, string y, RunFilter? filter = null) => RunScatter.Of(Runs, x, y, filter);
}
