using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Size of the gradient of the answer by each input value: how much a small change of it would matter.</summary>
/// <remarks>Source: K. Simonyan, A. Vedaldi, A. Zisserman, "Deep inside convolutional networks", 2013, section 3.</remarks>
internal static class GradientSaliency
{
    /// <summary>(1, *) of an input (1, *).</summary>
    public static Tensor Of(TrainedModel model, Tensor input)
    {
        using var inference = new InferenceScope(model.Module, gradients: true);
        Tensor asked = input.detach().clone().requires_grad_(true);
        Tensor output = model.Module.call(asked);
        Tensor answer = SaliencyMap.Answer(model, output, SaliencyMap.AnswerOf(output));
        // By autograd.grad, so that no weight keeps a gradient.
        Tensor map = autograd.grad([answer.sum()], [asked])[0].abs();
        return map.MoveToOuterDisposeScope();
    }
}
