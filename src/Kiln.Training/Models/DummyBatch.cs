using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Runs a batch of zeros through a module in evaluation mode. The batch has two examples, so that a module
/// which folds the batch into another size is found.
/// </summary>
internal static class DummyBatch
{
    public const long Examples = 2;

    /// <summary>What one example looks like after the module.</summary>
    public static ExampleForm FormAfter(nn.Module<Tensor, Tensor> module, ExampleForm input, string where)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        bool wasTraining = module.training;
        module.eval();
        try
        {
            Tensor output = Run(module, input, where);
            long[] shape = output.shape;
            if (shape.Length > 0 && shape[0] == Examples)
                return new ExampleForm(shape[1..], output.dtype == ScalarType.Int64, input.Vocabulary);
            throw new ModelShapeException($"{where}: expected an output (N, *) for {Examples} examples "
                + $"of shape {ShapeText.Of(input.Sizes)}, got {ShapeText.Of(shape)}. The first size must stay the number of examples; a Flatten() keeps it.");
        }
        finally
        {
            module.train(wasTraining);
        }
    }

    /// <summary>Computes the losses of a module's parts, so that a summary also knows what only they call, such as a critic.</summary>
    public static void CallParts(nn.Module<Tensor, Tensor> module, IReadOnlyList<LossPart> parts, ExampleForm input)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        bool wasTraining = module.training;
        module.eval();
        Tensor examples = Zeros(input);
        foreach (LossPart part in parts)
        {
            try
            {
                part.Loss(new Batch(examples, examples));
            }
            catch (Exception)
            {
                // The loss may need targets of a kind that is not known here: the summary then lacks the shapes of that part.
            }
        }
        module.train(wasTraining);
    }

    private static Tensor Zeros(ExampleForm input) =>
        zeros([Examples, .. input.Sizes], dtype: input.IsTokens ? ScalarType.Int64 : ScalarType.Float32);

    private static Tensor Run(nn.Module<Tensor, Tensor> module, ExampleForm input, string where)
    {
        try
        {
            return module.call(Zeros(input))
                ?? throw new InvalidOperationException("forward returned null");
        }
        catch (Exception problem) when (problem is not ModelException)
        {
            throw new ModelException($"{where} failed on a trial batch of shape {ShapeText.Of([Examples, .. input.Sizes])}{FailingLayer.In(module, Zeros(input))}: {UserError.Text(problem)}", problem);
        }
    }
}
