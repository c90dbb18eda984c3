namespace TorchSharp;

/// <summary>Tensors in TorchSharp's own format: a <see cref="TensorHead"/>, then the elements as they lie in memory.</summary>
/// <remarks>Readers never trust a size: what the stream does not hold is not allocated.</remarks>
internal static unsafe class TensorFormat
{
    private const int Piece = 1 << 20;

    internal static void Write(torch.Tensor tensor, BinaryWriter writer)
    {
        using var plain = Plain(tensor);
        TensorHead.Write(writer, plain.dtype, plain.shape);
        writer.Flush();
        var facts = plain.Facts();
        if (facts.Elements == 0) return;
        using var elements = new UnmanagedMemoryStream((byte*)facts.Data, facts.Elements * plain.ElementSize);
        elements.CopyTo(writer.BaseStream, Piece);
        GC.KeepAlive(plain);
    }

    /// <summary>Reads a tensor into a new one.</summary>
    internal static torch.Tensor Read(BinaryReader reader)
    {
        var head = TensorHead.Read(reader);
        var tensor = reader.BaseStream.CanSeek ? Ops.empty(head.Shape, head.Type) : Gather(reader.BaseStream, head);
        try
        {
            if (reader.BaseStream.CanSeek) Fill(tensor, reader.BaseStream, head);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor into one of the same type and sizes.</summary>
    /// <exception cref="ArgumentException">The tensor has another type or other sizes.</exception>
    internal static void ReadInto(torch.Tensor target, BinaryReader reader)
    {
        var head = TensorHead.Read(reader);
        if (head.Type != target.dtype || !head.Shape.AsSpan().SequenceEqual(target.shape))
            throw new ArgumentException(
                $"Load: expected a tensor ({string.Join(", ", target.shape)}) of {target.dtype}, the file holds one {head.Describe()}. Make the model or tensor as it was when it was saved.");
        if (target.device_type == DeviceType.CPU && target.is_contiguous())
        {
            Fill(target, reader.BaseStream, head);
            return;
        }
        using var read = reader.BaseStream.CanSeek ? Ops.empty(head.Shape, head.Type) : Gather(reader.BaseStream, head);
        if (reader.BaseStream.CanSeek) Fill(read, reader.BaseStream, head);
        using (torch.no_grad()) Ops.copy_(target, read);
    }

    /// <summary>Passes over a tensor.</summary>
    internal static TensorHead Skip(BinaryReader reader)
    {
        var head = TensorHead.Read(reader);
        if (reader.BaseStream.CanSeek)
        {
            reader.BaseStream.Seek(head.Bytes, SeekOrigin.Current);
            return head;
        }
        var buffer = new byte[(int)Math.Min(head.Bytes, Piece)];
        for (var left = head.Bytes; left > 0; left -= buffer.Length) ReadExactly(reader.BaseStream, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), head, left);
        return head;
    }

    private static torch.Tensor Plain(torch.Tensor tensor)
    {
        if (tensor.is_sparse) throw new NotSupportedException("Save: expected a dense tensor, got a sparse one. Call to_dense() before it.");
        return tensor.InPlainMemory();
    }

    private static void Fill(torch.Tensor tensor, Stream stream, TensorHead head)
    {
        var data = (byte*)tensor.Facts().Data;
        for (long done = 0; done < head.Bytes;)
        {
            var count = (int)Math.Min(Piece, head.Bytes - done);
            ReadExactly(stream, new Span<byte>(data + done, count), head, head.Bytes - done);
            done += count;
        }
        GC.KeepAlive(tensor);
    }

    // A stream that cannot tell its length is read before the tensor is made, in pieces that arrive.
    private static torch.Tensor Gather(Stream stream, TensorHead head)
    {
        using var gathered = new MemoryStream();
        var buffer = new byte[(int)Math.Min(head.Bytes, Piece)];
        for (var left = head.Bytes; left > 0;)
        {
            var count = (int)Math.Min(left, buffer.Length);
            ReadExactly(stream, buffer.AsSpan(0, count), head, left);
            gathered.Write(buffer, 0, count);
            left -= count;
        }
        nint handle;
        fixed (byte* bytes = gathered.GetBuffer())
        fixed (long* sizes = head.Shape)
            Native.Check(Native.kiln_tensor_new(sizes, head.Shape.Length, (int)head.Type, bytes, head.Bytes, &handle), "Load");
        return new torch.Tensor(handle);
    }

    private static void ReadExactly(Stream stream, Span<byte> target, TensorHead head, long left)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) is var read && read < target.Length)
            throw TensorHead.TooShort(head, head.Bytes - left + read);
    }
}
