namespace TorchSharp;

/// <summary>A whole step over all weights of a group in one native call that walks them once.</summary>
/// <remarks>
/// Each method tells whether it could: it takes only plain arrays of 32-bit or 64-bit floating-point numbers that lie alike.
/// For all others it has changed nothing, and <see cref="Foreach"/> does the same with one walk for each operator,
/// digit for digit the same.
/// </remarks>
internal static unsafe class FusedStep
{
    /// <summary>SGD; the buffers are there if there is momentum.</summary>
    public static bool Sgd(in SgdStep step, HandleList weights, HandleList gradients, HandleList? buffers)
    {
        var lists = stackalloc nint*[] { weights.First, gradients.First, First(buffers) };
        int done;
        fixed (SgdStep* numbers = &step) Native.Check(Native.kiln_sgd_step(numbers, lists, weights.Count, &done), "SGD.step");
        return done != 0;
    }

    /// <summary>Adam and AdamW; the largest squares are there if they are kept.</summary>
    public static bool Adam(in AdamStep step, HandleList weights, HandleList gradients, HandleList means, HandleList squares, HandleList? largest)
    {
        var lists = stackalloc nint*[] { weights.First, gradients.First, means.First, squares.First, First(largest) };
        int done;
        fixed (AdamStep* numbers = &step) Native.Check(Native.kiln_adam_step(numbers, lists, weights.Count, &done), "Adam.step");
        return done != 0;
    }

    /// <summary>RMSProp; the means are there if it is centered, the buffers if there is momentum.</summary>
    public static bool RmsProp(in RmsPropStep step, HandleList weights, HandleList gradients, HandleList squares, HandleList? means, HandleList? buffers)
    {
        var lists = stackalloc nint*[] { weights.First, gradients.First, squares.First, First(means ?? buffers), First(buffers) };
        int done;
        fixed (RmsPropStep* numbers = &step) Native.Check(Native.kiln_rmsprop_step(numbers, lists, weights.Count, &done), "RMSProp.step");
        return done != 0;
    }

    private static nint* First(HandleList? list) => list is null ? null : list.First;
}
