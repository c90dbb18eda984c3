using Kiln.Weights;

namespace Kiln.Training;

/// <summary>How the modules that <c>#!model</c> makes beside those of torch.nn are written as ONNX: one line for each.</summary>
public static class OnnxRules
{
    /// <summary>The rules, for <see cref="OnnxOptions.Rules"/>.</summary>
    public static IReadOnlyList<OnnxRule> All { get; } =
    [
        OnnxRule.For<LayerStack>(Stack),
        OnnxRule.For<ResidualBlock>(Residual),
        OnnxRule.For<TransformerBlock>((scope, block, input) => scope.Append("body", block.Body, input)),
        OnnxRule.For<SelfAttention>(AttentionNodes.Of),
        OnnxRule.For<RecurrentLayer>(RecurrentNodes.Of),
        OnnxRule.For<PositionTable>((scope, positions, input) => scope.Node("Add", [input, scope.Weight(positions.TableName, positions.Table)])),
        OnnxRule.For<Reshaped>((scope, reshaped, input) => scope.Node("Reshape", [input, scope.Constant("shape", [0, .. reshaped.Sizes])])),
        OnnxRule.For<Permuted>((scope, permuted, input) => scope.Node("Transpose", [input], OnnxAttribute.Of("perm", permuted.Order))),
        OnnxRule.For<Pooled>((scope, pooled, input) => Flat(scope, scope.Node(pooled.How == ChannelPool.Mean ? "GlobalAveragePool" : "GlobalMaxPool", [input]))),
        OnnxRule.For<OneStep>(Step),
        OnnxRule.For<Vae>(Restored),
        OnnxRule.For<Gan>((scope, gan, _) => throw scope.Refusal(gan,
            "it makes examples of noise, not of its input. Export what makes them: Onnx.Save(\"generator.onnx\", gan.Generator, new OnnxOptions { InputShape = [gan.Noise], Rules = OnnxRules.All })")),
    ];

    private static OnnxValue Stack(OnnxScope scope, LayerStack stack, OnnxValue input)
    {
        OnnxValue value = input;
        for (int i = 0; i < stack.Steps.Count; i++)
            value = scope.Append(i.ToString(System.Globalization.CultureInfo.InvariantCulture), stack.Steps[i].Module, value);
        return value;
    }

    private static OnnxValue Residual(OnnxScope scope, ResidualBlock block, OnnxValue input)
    {
        OnnxValue beside = block.Shortcut is { } shortcut ? scope.Append("shortcut", shortcut, input) : input;
        return scope.Node("Add", [beside, scope.Append("body", block.Body, input)]);
    }

    private static OnnxValue Step(OnnxScope scope, OneStep step, OnnxValue input)
    {
        if (step.Choice == StepChoice.Mean)
            return Flat(scope, scope.Node("GlobalAveragePool", [scope.Node("Transpose", [input], OnnxAttribute.Of("perm", [0, 2, 1]))]));
        OnnxValue stepsFirst = scope.Node("Transpose", [input], OnnxAttribute.Of("perm", [1, 0, 2]));
        OnnxValue last = scope.Node("Gather", [stepsFirst, scope.Constant("place", [input.Shape[1] - 1])], OnnxAttribute.Of("axis", 0));
        return scope.Node("Reshape", [last, scope.Constant("shape", [-1, input.Shape[2]])]);
    }

    // While evaluating, an example is restored from the mean of its code.
    private static OnnxValue Restored(OnnxScope scope, Vae vae, OnnxValue input)
    {
        OnnxValue both = scope.Append("encoder", vae.Encoder, input);
        OnnxValue mean = scope.Node("Slice", [both, scope.Constant("start", [0]), scope.Constant("end", [vae.Code]), scope.Constant("axis", [1])]);
        return scope.Append("decoder", vae.Decoder, scope.Shaped(mean, vae.Code));
    }

    private static OnnxValue Flat(OnnxScope scope, OnnxValue value) => scope.Node("Flatten", [value], OnnxAttribute.Of("axis", 1));
}
