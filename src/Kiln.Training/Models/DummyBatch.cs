using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Runs a batch of zeros through a module in evaluation mode. The batch has two examples, so that a module
/// which folds the batch into another size is found.
/// </summary>
internal static class DummyBatch
{
    private const long Examples = 2;

    /// <summary>The shape of one example after the module.</summary>
    public static long[] ShapeAfter(nn.Module<Tensor, Tensor> module, long[] inputShape, string where)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        bool wasTraining = module.training;
        module.eval();
        try
        {
            long[] shape = Run(module, inputShape, where).shape;
            if (shape.Length > 0 && shape[0] == Examples)
                return shape[1..];
            throw new ModelShapeException($"{where}: expected an output {ShapeText.OfBatch([0]).Replace("0", "*", StringComparison.Ordinal)} for {Examples} examples "
                + $"of shape {ShapeText.Of(inputShape)}, got {ShapeText.Of(shape)}. The first size must stay the number of examples; a Flatten() keeps it.");
        }
        finally
        {
            module.train(wasTraining);
        }
    }

    private static Tensor Run(nn.Module<Tensor, Tensor> module, long[] inputShape, string where)
    {
        try
        {
            return module.call(zeros([Examples, .. inputShape]))
                ?? throw new InvalidOperationException("forward returned null");
        }
        catch (Exception problem) when (problem is not ModelException)
        {
            throw new ModelException($"{where} failed on a batch of shape {ShapeText.OfBatch(inputShape)}: {UserError.Text(problem)}", problem);
        }
    }
}
