using System.Buffers.Binary;
using System.Globalization;

namespace TorchSharp;

/// <summary>A file of records as TensorFlow frames them: length, its checksum, data, its checksum.</summary>
/// <remarks>It is opened for each record, so that a reader always sees whole ones and nothing needs to be closed.
/// Source: https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details.</remarks>
internal sealed class EventFile
{
    private static int s_count;
    private readonly string _path;
    private readonly double _time;

    public EventFile(string folder, string? suffix, double time)
    {
        string end = string.IsNullOrEmpty(suffix) ? "" : "." + suffix;
        _path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{(long)time:0000000000}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_count)}{end}"));
        _time = time;
        Begin();
    }

    public void Append(ProtoMessage message)
    {
        // Somebody may clear the folder of a run that goes on.
        if (!File.Exists(_path)) Begin();
        Write(message);
    }

    private void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        Write(new ProtoMessage().Double(1, _time).Text(3, "brain.Event:2"));
    }

    private void Write(ProtoMessage message)
    {
        byte[] data = message.ToArray();
        byte[] record = new byte[data.Length + 16];
        BinaryPrimitives.WriteInt64LittleEndian(record, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Masked(record.AsSpan(0, 8)));
        data.CopyTo(record, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + data.Length), Masked(data));
        using var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(record);
    }

    // A checksum of data that holds checksums is weak; the format turns it round for that reason.
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        uint sum = Checksum.Castagnoli.Of(data);
        return ((sum >> 15) | (sum << 17)) + 0xA282EAD8;
    }
}
