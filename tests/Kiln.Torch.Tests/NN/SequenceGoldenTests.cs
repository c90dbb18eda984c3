using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Every module of several inputs or outputs against python3-torch: first weights, outputs and gradients.</summary>
public sealed class SequenceGoldenTests
{
    private const double Tolerance = 2e-6;

    private static readonly JsonElement Cases = Golden.File("NN", "sequences.json");

    private static readonly Dictionary<string, Case> Modules = new()
    {
        ["RNN"] = Case.Of(() => RNN(4, 2, bidirectional: true), (m, x) => List(m.call(x[0], x[1]))),
        ["RNN relu"] = Case.Of(() => RNN(4, 3, 2, NonLinearities.ReLU, bias: false, batchFirst: true), (m, x) => List(m.call(x[0]))),
        ["RNN packed"] = Case.Of(() => RNN(4, 2), (m, x) => Padded(m.call(Packed(x[0])))),
        ["LSTM"] = Case.Of(() => LSTM(4, 2), (m, x) => List(m.call(x[0]))),
        ["LSTM states"] = Case.Of(() => LSTM(4, 2, 1, bidirectional: true, batchFirst: true), (m, x) => List(m.call(x[0], (x[1], x[2])))),
        ["LSTM deep"] = Case.Of(() => LSTM(4, 3, 3, bias: false, dropout: 0.4, bidirectional: true), (m, x) => List(m.call(x[0]))),
        ["LSTM unbatched"] = Case.Of(() => LSTM(4, 2), (m, x) => List(m.call(x[0]))),
        ["LSTM packed"] = Case.Of(() => LSTM(4, 2, 2, bidirectional: true), (m, x) => Padded(m.call(Packed(x[0])))),
        ["GRU"] = Case.Of(() => GRU(4, 2, 2), (m, x) => List(m.call(x[0], x[1]))),
        ["GRU both ways"] = Case.Of(() => GRU(4, 3, 2, dropout: 0.4, bidirectional: true, batchFirst: true), (m, x) => List(m.call(x[0]))),
        ["GRU unbatched"] = Case.Of(() => GRU(4, 2, 2), (m, x) => List(m.call(x[0], x[1]))),
        ["GRU packed"] = Case.Of(() => GRU(4, 2), (m, x) => Padded(m.call(Packed(x[0])))),
        ["RNNCell"] = Case.Of(() => RNNCell(4, 2), (m, x) => [m.call(x[0], x[1])]),
        ["RNNCell relu"] = Case.Of(() => RNNCell(4, 2, NonLinearities.ReLU, bias: false), (m, x) => [m.call(x[0])]),
        ["LSTMCell"] = Case.Of(() => LSTMCell(4, 2), (m, x) => List(m.call(x[0], (x[1], x[2])))),
        ["LSTMCell without bias"] = Case.Of(() => LSTMCell(4, 2, bias: false), (m, x) => List(m.call(x[0]))),
        ["GRUCell"] = Case.Of(() => GRUCell(4, 2), (m, x) => [m.call(x[0], x[1])]),
        ["MultiheadAttention"] = Case.Of(() => MultiheadAttention(4, 2), (m, x) => List(m.call(x[0], x[0], x[0]))),
        ["MultiheadAttention masks"] = Case.Of(() => MultiheadAttention(4, 2, bias: false), (m, x) => List(m.call(x[0], x[0], x[0], Padding(), attn_mask: Causal().isinf()))),
        ["MultiheadAttention memory"] = Case.Of(() => MultiheadAttention(4, 2, dropout: 0.3, add_bias_kv: true, add_zero_attn: true), (m, x) => List(m.call(x[0], x[1], x[1]))),
        ["MultiheadAttention sizes"] = Case.Of(() => MultiheadAttention(4, 2, kdim: 3, vdim: 5), (m, x) => [m.call(x[0], x[1], x[2], need_weights: false).Item1]),
        ["MultiheadAttention unbatched"] = Case.Of(() => MultiheadAttention(4, 4), (m, x) => List(m.call(x[0], x[0], x[0], attn_mask: Causal()))),
        ["TransformerEncoderLayer"] = Case.Of(() => TransformerEncoderLayer(4, 2, 6), (m, x) => [m.call(x[0])]),
        ["TransformerEncoderLayer gelu"] = Case.Of(() => TransformerEncoderLayer(4, 2, 6, 0, Activations.GELU), (m, x) => [m.call(x[0], Causal(), Padding())]),
        ["TransformerEncoder"] = Case.Of(() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6), 2), (m, x) => [m.call(x[0])]),
        ["TransformerEncoder eval"] = Case.Of(() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, dropout: 0.5), 2), (m, x) => [InEvaluation(m).call(x[0], Causal(), Padding())]),
        ["TransformerDecoderLayer"] = Case.Of(() => TransformerDecoderLayer(4, 2, 6, dropout: 0.2), (m, x) => [m.call(x[0], x[1])]),
        ["TransformerDecoder"] = Case.Of(() => TransformerDecoder(TransformerDecoderLayer(4, 2, 6, 0), 2), (m, x) => [m.call(x[0], x[1], Causal(), tgt_key_padding_mask: Padding())]),
        ["Transformer"] = Case.Of(() => Transformer(4, 2, 1, 2, 6, activation: Activations.GELU), (m, x) => [m.call(x[0], x[1], null, Causal())]),
        ["EmbeddingBag"] = Case.Of(() => EmbeddingBag(6, 3), (m, x) => [m.call(x[0])]),
        ["EmbeddingBag sums"] = Case.Of(() => EmbeddingBag(6, 3, max_norm: 1.5, mode: EmbeddingBagMode.Sum, padding_index: 2), (m, x) => [m.call(x[0], x[1], x[2])]),
        ["EmbeddingBag largest"] = Case.Of(() => EmbeddingBag(6, 3, mode: EmbeddingBagMode.Max, include_last_offset: true), (m, x) => [m.call(x[0], x[1])]),
        ["Bilinear"] = Case.Of(() => Bilinear(4, 2, 3), (m, x) => [m.call(x[0], x[1])]),
        ["CosineSimilarity"] = Case.Of(() => CosineSimilarity(2, 1e-6), (m, x) => [m.call(x[0], x[1])]),
        ["PairwiseDistance"] = Case.Of(() => PairwiseDistance(3, 1e-3, keepdim: true), (m, x) => [m.call(x[0], x[1])]),
        ["MaxUnpool1d"] = Case.Of(() => MaxUnpool1d(2), (m, x) => [m.call(x[0], x[1])]),
        ["MaxUnpool2d"] = Case.Of(() => MaxUnpool2d((2, 1), stride: (2, 1)), (m, x) => [m.call(x[0], x[1], [5, 2])]),
        ["MaxUnpool3d"] = Case.Of(() => MaxUnpool3d(2, stride: 2), (m, x) => [m.call(x[0], x[1])]),
        ["ConvTranspose2d output_size"] = Case.Of(() => ConvTranspose2d(1, 1, 3, stride: 2, padding: 1), (m, x) => [m.call(x[0], [4, 5])]),
    };

    public static TheoryData<string> Names => [.. Modules.Keys];

    [Fact]
    public void Every_case_of_the_fixture_has_a_module_here() =>
        Assert.Equal(Cases.EnumerateObject().Select(entry => entry.Name).Order(), Modules.Keys.Order());

    [Theory, MemberData(nameof(Names))]
    public void First_weights_equal_pytorchs_digit_for_digit(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        using var module = Modules[name].Make();
        var expected = Cases.GetProperty(name).GetProperty("initial");
        Assert.Equal(expected.EnumerateObject().Select(entry => entry.Name), module.state_dict().Keys);
        foreach (var (key, value) in module.state_dict()) Golden.Close(expected.GetProperty(key), value, 0, key);
    }

    [Theory, MemberData(nameof(Names))]
    public void Outputs_and_gradients_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Cases.GetProperty(name);
        manual_seed(11);
        using var module = Modules[name].Make();
        var inputs = expected.GetProperty("inputs").EnumerateArray().Select(Input).ToArray();
        var outputs = Modules[name].Call(module, inputs);
        foreach (var (value, actual) in expected.GetProperty("outputs").EnumerateArray().Zip(outputs)) Golden.Close(value, actual, Tolerance, "output");
        var upstream = expected.GetProperty("upstream").EnumerateArray().Select(value => Golden.Tensor(value)).ToArray();
        autograd.backward([.. outputs.Where(output => output.requires_grad)], [.. upstream]);
        foreach (var (gradient, input) in expected.GetProperty("input_grads").EnumerateArray().Zip(inputs))
            if (gradient.ValueKind != JsonValueKind.Null) Golden.Close(gradient, input.grad!, 5 * Tolerance, "input gradient");
        foreach (var (key, parameter) in module.named_parameters())
            Golden.Close(expected.GetProperty("grads").GetProperty(key), parameter.grad!, 5 * Tolerance, key + " gradient");
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_left_of_a_call_but_its_outputs(string name)
    {
        using var scope = NewDisposeScope();
        using var module = Modules[name].Make();
        var inputs = Cases.GetProperty(name).GetProperty("inputs").EnumerateArray().Select(Input).ToArray();
        Modules[name].Call(module, inputs);
        using (var inner = NewDisposeScope())
        {
            var outputs = Modules[name].Call(module, inputs);
            // Masks and packed sequences are made by the test itself.
            Assert.InRange(inner.DisposablesCount, outputs.Length, outputs.Length + 8);
        }
    }

    private static Tensor Input(JsonElement json)
    {
        bool integers = json.GetProperty("integers").GetBoolean();
        return Golden.Tensor(json, integers).requires_grad_(!integers);
    }

    private static Tensor[] List((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor[] List((Tensor, Tensor, Tensor) three) => [three.Item1, three.Item2, three.Item3];

    private static Tensor[] List(Tuple<Tensor, Tensor> pair) => [pair.Item1, pair.Item2];

    private static PackedSequence Packed(Tensor steps) => pack_padded_sequence(steps, tensor(new long[] { 3, 5, 1 }), enforce_sorted: false);

    private static Tensor[] Padded((PackedSequence Output, Tensor State) result) => [.. Padded(result.Output), result.State];

    private static Tensor[] Padded((PackedSequence Output, Tensor Hidden, Tensor Cell) result) => [.. Padded(result.Output), result.Hidden, result.Cell];

    private static Tensor[] Padded(PackedSequence output) => List(pad_packed_sequence(output, padding_value: -1, total_length: 6));

    private static Tensor Causal() => full([5, 5], double.NegativeInfinity).triu(1);

    private static Tensor Padding()
    {
        var mask = zeros([3, 5], dtype: ScalarType.Bool);
        mask[0, 4] = true;
        mask[2, TensorIndex.Slice(2)] = true;
        return mask;
    }

    private static TransformerEncoder InEvaluation(TransformerEncoder module)
    {
        module.eval();
        return module;
    }

    private sealed record Case(Func<Module> Make, Func<Module, Tensor[], Tensor[]> Call)
    {
        public static Case Of<T>(Func<T> make, Func<T, Tensor[], Tensor[]> call) where T : Module =>
            new(make, (module, inputs) => call((T)module, inputs));
    }
}
