using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>Values as the source had them, before they were scaled.</summary>
internal static class RawValues
{
    /// <summary>(D) the values of one example.</summary>
    public static float[] Of(DataSet data, long row)
    {
        using var scope = NewDisposeScope();
        var values = data.ExampleAt(row).Inputs.flatten().data<float>().ToArray();
        var repeat = values.Length / data.Scaling.Mean.Length;
        return [.. values.Select((value, i) => (float)(value * data.Scaling.Deviation[i / repeat] + data.Scaling.Mean[i / repeat]))];
    }

    /// <summary>(M) the numbers to predict of one example.</summary>
    public static double[] TargetsOf(DataSet data, long row)
    {
        using var scope = NewDisposeScope();
        var values = data.ExampleAt(row).Targets.flatten().data<float>().ToArray();
        return [.. values.Select((value, c) => value * data.TargetScaling.Deviation[c] + data.TargetScaling.Mean[c])];
    }
}
