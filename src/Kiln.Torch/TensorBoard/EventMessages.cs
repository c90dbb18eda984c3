namespace TorchSharp;

/// <summary>The messages that TensorBoard reads.</summary>
/// <remarks>Field numbers: https://github.com/tensorflow/tensorflow/tree/v2.11.0/tensorflow/core, event.proto, summary.proto, histogram.proto and tensor.proto.</remarks>
internal static class EventMessages
{
    private const int DataTypeString = 7;

    public static ProtoMessage Event(double wallTime, int step, ProtoMessage summary) =>
        new ProtoMessage().Double(1, wallTime).Integer(2, step).Message(5, summary);

    public static ProtoMessage Scalar(string tag, float value) => Summary(new ProtoMessage().Text(1, tag).Float(2, value));

    public static ProtoMessage Image(string tag, int height, int width, int channels, byte[] file) =>
        Summary(new ProtoMessage().Text(1, tag).Message(4, new ProtoMessage().Integer(1, height).Integer(2, width).Integer(3, channels).Bytes(4, file)));

    public static ProtoMessage Histogram(string tag, ValueHistogram histogram)
    {
        var message = new ProtoMessage().Double(1, histogram.Min).Double(2, histogram.Max).Double(3, histogram.Count)
            .Double(4, histogram.Sum).Double(5, histogram.SumOfSquares).Doubles(6, histogram.Limits).Doubles(7, histogram.Counts);
        return Summary(new ProtoMessage().Text(1, tag).Message(5, message));
    }

    public static ProtoMessage Text(string tag, string text)
    {
        var shape = new ProtoMessage().Message(2, new ProtoMessage().Integer(1, 1));
        var tensor = new ProtoMessage().Integer(1, DataTypeString).Message(2, shape).Text(8, text);
        return Summary(new ProtoMessage().Text(1, tag + "/text_summary").Message(8, tensor).Message(9, Plugin("text", new ProtoMessage())));
    }

    /// <summary>A value that only a plugin of TensorBoard understands.</summary>
    public static ProtoMessage PluginData(string tag, string plugin, ProtoMessage content) =>
        Summary(new ProtoMessage().Text(1, tag).Message(9, Plugin(plugin, content)));

    private static ProtoMessage Plugin(string name, ProtoMessage content) =>
        new ProtoMessage().Message(1, new ProtoMessage().Text(1, name).Message(2, content));

    private static ProtoMessage Summary(ProtoMessage value) => new ProtoMessage().Message(1, value);
}
