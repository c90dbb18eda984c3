using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Runs;

/// <summary>A point of a curve of TensorBoard.</summary>
internal readonly record struct ScalarEvent(string Tag, long Step, double WallTime, double Value);

/// <summary>What the event files of one folder say: curves, texts and hyperparameters.</summary>
/// <remarks>
/// Field numbers: https://github.com/tensorflow/tensorflow/tree/v2.11.0/tensorflow/core (event.proto, summary.proto, tensor.proto) and
/// https://github.com/tensorflow/tensorboard/tree/2.11/tensorboard/plugins/hparams (plugin_data.proto).
/// </remarks>
internal sealed class EventFolder
{
    private const int Float = 1, Double = 2;

    private readonly List<ScalarEvent> _scalars = [];
    private byte[] _begin = [];

    /// <summary>Every point, in the order of the files.</summary>
    public IReadOnlyList<ScalarEvent> Scalars => _scalars;

    /// <summary>The newest text of each tag.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Hyperparameters as invariant text.</summary>
    public SortedDictionary<string, string> Hyperparameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it has hyperparameters and beside them only what was reached with them: no curve.</summary>
    public bool IsOfHyperparameters => Hyperparameters.Count > 0 && _scalars.GroupBy(point => point.Tag).All(curve => curve.Count() == 1);

    /// <summary>Whether its writer recorded a failure.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What no other run shares and no later point changes: when its first file was begun, and its first point.</summary>
    public byte[] Mark
    {
        get
        {
            var first = _scalars.FirstOrDefault();
            return Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{Convert.ToHexString(_begin)} {first.Tag} {first.Step} {first.WallTime:R} {first.Value:R}"));
        }
    }

    /// <summary>Reads files of one run.</summary>
    /// <exception cref="ArgumentException">A file is none of TensorBoard's, or damaged; the message names file and byte.</exception>
    public static EventFolder Read(IEnumerable<string> files)
    {
        var folder = new EventFolder();
        foreach (var file in files)
            folder.Take(file);
        return folder;
    }

    private void Take(string file)
    {
        var at = 0L;
        try
        {
            foreach (var (offset, record) in EventRecords.Read(file))
            {
                at = offset;
                if (_begin.Length == 0) _begin = record;
                Take(record);
            }
        }
        catch (FormatException error)
        {
            var place = error.Message.StartsWith("What begins", StringComparison.Ordinal) ? "" : FormattableString.Invariant($" in the record at byte {at}");
            throw new ArgumentException($"{file} cannot be taken in: {error.Message}{place}. Import takes event files of TensorBoard whose writers have closed them.", nameof(file), error);
        }
        if (_begin.Length == 0)
            throw new ArgumentException($"{file} cannot be taken in: at byte 0 no record of an event file begins. Import takes event files of TensorBoard.", nameof(file));
    }

    private void Take(byte[] record)
    {
        var fields = ProtoFields.Of(record);
        if (fields.Last(5) is not { } summary) return;
        var (time, step) = (fields.Last(1)?.Double ?? 0, (long)(fields.Last(2)?.Value ?? 0));
        foreach (var value in ProtoFields.Of(summary.Bytes).Where(field => field.Number == 1))
            Take(ProtoFields.Of(value.Bytes), step, time);
    }

    private void Take(List<ProtoField> value, long step, double time)
    {
        var tag = value.Last(1)?.Text ?? "";
        if (value.Last(2) is { } simple) _scalars.Add(new(tag, step, time, simple.Float));
        else if (value.Last(8) is { } tensor) Take(tag, step, time, ProtoFields.Of(tensor.Bytes));
        if (value.Last(9) is { } metadata && ProtoFields.Of(metadata.Bytes).Last(1) is { } plugin && ProtoFields.Of(plugin.Bytes) is var data
            && data.Last(1)?.Text == "hparams" && data.Last(2) is { } content)
            TakeHyperparameters(ProtoFields.Of(content.Bytes));
    }

    private void Take(string tag, long step, double time, List<ProtoField> tensor)
    {
        if (tensor.Last(8) is { } text) Texts[tag] = text.Text;
        else if (Scalar(tensor) is { } number) _scalars.Add(new(tag, step, time, number));
    }

    // TensorBoard's own writer puts a scalar into a tensor of one number: as raw content, packed or alone.
    private static double? Scalar(List<ProtoField> tensor)
    {
        var type = (int)(tensor.Last(1)?.Value ?? 0);
        if (type is not (Float or Double)) return null;
        var bytes = (tensor.Last(4) ?? tensor.Last(type == Float ? 5 : 6))?.Bytes ?? default;
        if (bytes.Length == 0) return type == Float ? tensor.Last(5)?.Float : tensor.Last(6)?.Double;
        if (bytes.Length != (type == Float ? sizeof(float) : sizeof(double))) return null;
        return type == Float ? MemoryMarshal.Read<float>(bytes.Span) : MemoryMarshal.Read<double>(bytes.Span);
    }

    private void TakeHyperparameters(List<ProtoField> plugin)
    {
        const int start = 3, end = 4, failure = 2;
        if (plugin.Last(end) is { } ended) HasFailed |= ProtoFields.Of(ended.Bytes).Last(1)?.Value == failure;
        if (plugin.Last(start) is not { } begun) return;
        foreach (var pair in ProtoFields.Of(begun.Bytes).Where(field => field.Number == 1).Select(field => ProtoFields.Of(field.Bytes)))
            if (pair.Last(1)?.Text is { Length: > 0 } name && pair.Last(2) is { } value)
                Hyperparameters[name] = Text(ProtoFields.Of(value.Bytes));
    }

    private static string Text(List<ProtoField> value) =>
        value.Last(2) is { } number ? FormattableString.Invariant($"{number.Double:R}")
        : value.Last(4) is { } truth ? truth.Value != 0 ? "true" : "false"
        : value.Last(3)?.Text ?? "";
}
