using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>ONNX Runtime, the program that most people run such files with.</summary>
internal static class OnnxRuntimePeer
{
    public static Tensor Run(string path, Tensor input)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(path, options);
        using var value = input.dtype == ScalarType.Int64
            ? OrtValue.CreateTensorValueFromMemory(input.data<long>().ToArray(), input.shape)
            : OrtValue.CreateTensorValueFromMemory(input.data<float>().ToArray(), input.shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["input"], [value], ["output"]);
        return tensor(outputs[0].GetTensorDataAsSpan<float>().ToArray()).reshape(outputs[0].GetTensorTypeAndShape().Shape);
    }
}
