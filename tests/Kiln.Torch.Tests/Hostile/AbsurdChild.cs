using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>The process that may die: it calls one operator after the other and notes each call before it makes it.</summary>
public sealed unsafe class AbsurdChild
{
    /// <summary>FIRST CALLS SEED FILE: the first operator's number, calls of each, the seed, and where to note progress.</summary>
    internal const string Variable = "KILN_ABSURD";

    internal const int NoteLength = 1 << 16;

    private const int AddressSpace = 9;
    private const ulong SpareMemory = 3UL << 30;

    [Fact(Explicit = true)]
    public void Calls_operators_until_it_is_done_or_dead()
    {
        var orders = Environment.GetEnvironmentVariable(Variable)!.Split(' ');
        var (first, calls, seed) = (Number(orders[0]), Number(orders[1]), Number(orders[2]));
        using var map = MemoryMappedFile.CreateFromFile(orders[3], FileMode.Open);
        using var note = map.CreateViewAccessor();
        using (rand(3, 3).matmul(rand(3, 3))) LimitMemory();
        for (var i = first; i < OperatorSchema.All.Count; i++) CallMany(OperatorSchema.All[i], i, calls, seed, note);
        Write(note, OperatorSchema.All.Count, 0, "done");
    }

    /// <summary>The number of the operator, the number of the call, and its arguments.</summary>
    internal static (int Operator, int Call, string Text) Read(MemoryMappedViewAccessor note)
    {
        var bytes = new byte[Math.Clamp(note.ReadInt32(8), 0, NoteLength - 12)];
        note.ReadArray(12, bytes, 0, bytes.Length);
        return (note.ReadInt32(0), note.ReadInt32(4), Encoding.UTF8.GetString(bytes));
    }

    private static void CallMany(OperatorSchema schema, int number, int calls, int seed, MemoryMappedViewAccessor note)
    {
        var error = RawShim.kiln_operator_find(schema.Name, schema.Overload, out var handle);
        Assert.Equal(0, error);
        using var scope = NewDisposeScope();
        using var arguments = new AbsurdArguments(HashCode(seed, number));
        var results = stackalloc RawValue[8];
        arguments.Renew();
        for (var call = 0; call < calls; call++)
        {
            var values = arguments.For(schema);
            Write(note, number, call, arguments.Text);
            new Span<RawValue>(results, 8).Clear();
            fixed (RawValue* all = values) error = RawShim.kiln_operator_call(handle, all, values.Length, results, schema.Results);
            if (error != 0) RawShim.kiln_error_free(error);
            else for (var i = 0; i < 8; i++) RawShim.Free(results[i]);
            // What an operator changed in place must not grow from call to call.
            if (call % 50 == 49) arguments.Renew();
        }
    }

    private static int HashCode(int seed, int number) => unchecked(seed * 486187739 + number);

    private static void Write(MemoryMappedViewAccessor note, int number, int call, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, NoteLength - 12);
        note.Write(0, number);
        note.Write(4, call);
        note.Write(8, length);
        note.WriteArray(12, bytes, 0, length);
    }

    // So that an absurd size is an error at once, and does not take the machine's memory.
    private static void LimitMemory()
    {
        var text = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmSize", StringComparison.Ordinal));
        var now = 1024UL * ulong.Parse(new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
        var limits = stackalloc ulong[] { now + SpareMemory, now + SpareMemory };
        Assert.Equal(0, RawShim.setrlimit(AddressSpace, limits));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
