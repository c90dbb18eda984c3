using System.Globalization;

namespace TorchSharp;

/// <summary>The messages of TensorBoard's page of hyperparameters.</summary>
/// <remarks>Field numbers: https://github.com/tensorflow/tensorboard/tree/2.11/tensorboard/plugins/hparams, api.proto and plugin_data.proto.</remarks>
internal static class HyperParameters
{
    private const int TypeText = 1, TypeBool = 2, TypeNumber = 3;
    private const int StatusSuccess = 1;

    /// <summary>What was varied and measured, the values of this run, and that it ended well.</summary>
    public static IEnumerable<ProtoMessage> Summaries(IDictionary<string, object> values, IEnumerable<string> metrics)
    {
        var experiment = new ProtoMessage();
        var start = new ProtoMessage();
        foreach (var (name, value) in values)
        {
            var (type, message) = ValueOf(name, value);
            experiment.Message(4, new ProtoMessage().Text(1, name).Integer(4, type));
            start.Message(1, new ProtoMessage().Text(1, name).Message(2, message));
        }
        foreach (string metric in metrics)
            experiment.Message(5, new ProtoMessage().Message(1, new ProtoMessage().Text(2, metric)));
        return
        [
            Data("_hparams_/experiment", 2, experiment),
            Data("_hparams_/session_start_info", 3, start),
            Data("_hparams_/session_end_info", 4, new ProtoMessage().Integer(1, StatusSuccess)),
        ];
    }

    private static ProtoMessage Data(string tag, int field, ProtoMessage content) =>
        EventMessages.PluginData(tag, "hparams", new ProtoMessage().Message(field, content));

    private static (int Type, ProtoMessage Message) ValueOf(string name, object value) => value switch
    {
        bool truth => (TypeBool, new ProtoMessage().Integer(4, truth ? 1 : 0)),
        string text => (TypeText, new ProtoMessage().Text(3, text)),
        byte or short or int or long or float or double => (TypeNumber, new ProtoMessage().Double(2, Convert.ToDouble(value, CultureInfo.InvariantCulture))),
        _ => throw new ArgumentException($"add_hparams: expected a number, truth value or text for \"{name}\", got {value?.GetType().Name ?? "null"}. Convert it first.", nameof(value)),
    };
}
