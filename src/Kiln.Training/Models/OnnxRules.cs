using Kiln.Weights;

namespace Kiln.Training;

/// <summary>How the modules that <c>#!model</c> makes beside those of torch.nn are written as ONNX: one line for each.</summary>
public static class OnnxRules
{
    /// <summary>The rules, for <see cref="OnnxOptions.Rules"/>.</summary>
    public static IReadOnlyList<OnnxRule> All { get; } =
    [
        OnnxRule.For<LayerStack>(Stack),
    ];

    private static OnnxValue Stack(OnnxScope scope, LayerStack stack, OnnxValue input)
    {
        OnnxValue value = input;
        for (int i = 0; i < stack.Steps.Count; i++)
            value = scope.Append(i.ToString(System.Globalization.CultureInfo.InvariantCulture), stack.Steps[i].Module, value);
        return value;
    }
}
