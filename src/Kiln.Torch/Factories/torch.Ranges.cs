namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers from start up to but without stop.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">Where to end.</param>
    /// <param name="step">The distance between neighbours.</param>
    /// <param name="dtype">The type of the elements; Int64 for integers, otherwise the default type, if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (N), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.arange.html.</remarks>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.arange(start, stop, step, dtype ?? TypeOfRange(start, stop, step), device: device), requires_grad);

    /// <summary>Numbers from start up to but without stop, at a distance of 1.</summary>
    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from 0 up to but without stop, at a distance of 1.</summary>
    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from start to end, both included, at equal distances.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (steps), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.linspace.html.</remarks>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.linspace(start, end, steps, dtype ?? s_defaultType, device: device), requires_grad);

    /// <summary>Powers of a base whose exponents go from start to end, both included, at equal distances.</summary>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (steps), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.logspace.html.</remarks>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.logspace(start, end, steps, @base, dtype ?? s_defaultType, device: device), requires_grad);

    /// <summary>A matrix with ones on its diagonal and zeros elsewhere.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns; that of the rows if negative.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor (rows, columns), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.eye.html.</remarks>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.eye(rows, columns < 0 ? rows : columns, dtype ?? s_defaultType, device: device), requires_grad);
    }

    /// <summary>The indices of the lower triangle of a matrix.</summary>
    /// <param name="row">The number of rows.</param>
    /// <param name="col">The number of columns.</param>
    /// <param name="offset">The diagonal the triangle ends at; 0 is the main one.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <returns>A new tensor (2, N), rows and columns.</returns>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.tril_indices(row, col, offset, dtype, device: device);

    /// <summary>The indices of the upper triangle of a matrix.</summary>
    /// <inheritdoc cref="tril_indices"/>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.triu_indices(row, col, offset, dtype, device: device);

    private static ScalarType TypeOfRange(Scalar start, Scalar stop, Scalar step) =>
        start.Type == ScalarType.Float64 || stop.Type == ScalarType.Float64 || step.Type == ScalarType.Float64 ? s_defaultType : ScalarType.Int64;
}
