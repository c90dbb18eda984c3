using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Models as tutorials for TorchSharp write them, each trained until it has learned something small.</summary>
public sealed class TutorialModelTests
{
    private sealed class PositionalEncoding : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> dropout;
        private readonly Tensor pe;

        public PositionalEncoding(long size, double p, int longest = 50) : base("PositionalEncoding")
        {
            dropout = Dropout(p);
            var places = zeros([longest, size]);
            var position = arange(0L, longest, 1L).unsqueeze(1).to_type(ScalarType.Float32);
            var rate = (arange(0L, size, 2L).to_type(ScalarType.Float32) * (-Math.Log(10000.0) / size)).exp();
            places[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)] = (position * rate).sin();
            places[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)] = (position * rate).cos();
            pe = places.unsqueeze(0).transpose(0, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor t) => dropout.call(t + pe[TensorIndex.Slice(null, t.shape[0]), TensorIndex.Slice()]);
    }

    private sealed class LanguageModel : Module<Tensor, Tensor, Tensor>
    {
        private readonly Embedding words;
        private readonly PositionalEncoding places;
        private readonly TransformerEncoder encoder;
        private readonly Linear decoder;
        private readonly long size;

        public LanguageModel(long vocabulary, long size) : base("LanguageModel")
        {
            this.size = size;
            words = Embedding(vocabulary, size);
            places = new PositionalEncoding(size, 0.0);
            encoder = TransformerEncoder(TransformerEncoderLayer(size, 2, 32, 0.0), 2);
            decoder = Linear(size, vocabulary);
            init.uniform_(words.weight!, -0.1, 0.1);
            init.zeros_(decoder.bias!);
            RegisterComponents();
        }

        public override Tensor forward(Tensor text, Tensor mask)
        {
            var steps = places.call(words.call(text) * MathF.Sqrt(size));
            return decoder.call(encoder.call(steps, mask));
        }
    }

    [Fact]
    public void A_transformer_learns_which_word_comes_next()
    {
        manual_seed(2);
        using var model = new LanguageModel(5, 16);
        Assert.Contains("places.pe", model.state_dict().Keys);
        var optimizer = optim.Adam(model.parameters(), lr: 0.01);
        using var data = NewDisposeScope();
        var text = arange(0L, 40, 1L).remainder(5).view(8, 5).t().contiguous();
        var (input, target) = (text[TensorIndex.Slice(null, 4)], text[TensorIndex.Slice(1)].reshape(-1));
        var mask = full([4, 4], double.NegativeInfinity).triu(1);
        Assert.InRange(Train(40, optimizer, () => functional.cross_entropy(model.call(input, mask).view(-1, 5), target)), 0, 0.05);
    }

    private sealed class Forecaster : Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = LSTM(1, 12, numLayers: 2, batchFirst: true);
        private readonly Linear head = Linear(12, 1);

        public Forecaster() : base(nameof(Forecaster)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var (steps, _, _) = lstm.call(input);
            return head.call(steps[TensorIndex.Ellipsis, -1, TensorIndex.Slice()]);
        }
    }

    [Fact]
    public void An_lstm_learns_to_go_on_with_a_wave()
    {
        manual_seed(1);
        using var model = new Forecaster();
        var optimizer = optim.Adam(model.parameters(), lr: 0.02);
        using var data = NewDisposeScope();
        var wave = arange(0.0, 60, 1).mul(0.3).sin().@float();
        var windows = stack(Enumerable.Range(0, 40).Select(i => wave.narrow(0, i, 12).unsqueeze(-1)));
        var next = stack(Enumerable.Range(0, 40).Select(i => wave.narrow(0, i + 12, 1)));
        Assert.InRange(Train(40, optimizer, () => functional.mse_loss(model.call(windows), next)), 0, 0.02);
    }

    private sealed class TextClassifier : Module<Tensor, Tensor, Tensor>
    {
        private readonly EmbeddingBag embedding;
        private readonly Linear fc;

        public TextClassifier(long vocabulary, long size, long classes) : base("TextClassifier")
        {
            embedding = EmbeddingBag(vocabulary, size, sparse: false);
            fc = Linear(size, classes);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input, Tensor offsets)
        {
            using var t = embedding.call(input, offsets);
            return fc.call(t);
        }
    }

    [Fact]
    public void Bags_of_words_are_told_apart()
    {
        manual_seed(1);
        using var model = new TextClassifier(10, 4, 2);
        var optimizer = optim.SGD(model.parameters(), 1.0);
        using var data = NewDisposeScope();
        var (words, offsets, labels) = (tensor(new long[] { 1, 2, 3, 7, 8, 2, 3, 9, 8, 7 }), tensor(new long[] { 0, 3, 5, 7 }), tensor(new long[] { 0, 1, 0, 1 }));
        Assert.InRange(Train(40, optimizer, () => functional.cross_entropy(model.call(words, offsets), labels)), 0, 0.1);
    }

    private sealed class Residual : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> main;
        private readonly Module<Tensor, Tensor> skip;

        public Residual(long channels, long outputs, long stride = 1) : base("Residual")
        {
            main = Sequential(
                ("conv1", Conv2d(channels, outputs, 3, stride: stride, padding: 1, bias: false)), ("bn1", BatchNorm2d(outputs)), ("relu", ReLU(inplace: true)),
                ("conv2", Conv2d(outputs, outputs, 3, padding: 1, bias: false)), ("bn2", BatchNorm2d(outputs)));
            skip = stride == 1 && channels == outputs ? Identity() : Sequential(Conv2d(channels, outputs, 1, stride: stride, bias: false), BatchNorm2d(outputs));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => functional.relu(main.call(input) + skip.call(input));
    }

    [Fact]
    public void A_small_residual_network_tells_two_pictures_apart()
    {
        manual_seed(1);
        using var model = Sequential(Residual(1, 4), Residual(4, 8, 2), AdaptiveAvgPool2d(1), Flatten(), Linear(8, 2));
        model.apply(module =>
        {
            if (module is Conv2d conv) init.kaiming_normal_(conv.weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
        });
        var optimizer = optim.AdamW(model.parameters(), lr: 0.01);
        using var data = NewDisposeScope();
        var pictures = randn(2, 1, 6, 6).repeat(4, 1, 1, 1);
        var labels = arange(0L, 8, 1L).remainder(2);
        Assert.InRange(Train(20, optimizer, () => functional.cross_entropy(model.call(pictures), labels)), 0, 0.1);

        static Module<Tensor, Tensor> Residual(long channels, long outputs, long stride = 1) => new Residual(channels, outputs, stride);
    }

    [Fact]
    public void An_autoencoder_of_transposed_convolutions_gives_pictures_back()
    {
        manual_seed(1);
        using var encoder = Sequential(Conv2d(1, 8, 3, stride: 2, padding: 1), LeakyReLU(0.2), Conv2d(8, 4, 3, stride: 2, padding: 1));
        using var decoder = Sequential(ConvTranspose2d(4, 8, 4, stride: 2, padding: 1), GroupNorm(2, 8), ELU(), ConvTranspose2d(8, 1, 4, stride: 2, padding: 1), Tanh());
        var optimizer = optim.RMSProp(encoder.parameters().Concat(decoder.parameters()), lr: 0.005);
        using var data = NewDisposeScope();
        var pictures = (randn(3, 1, 2, 2) * 2).tanh().repeat_interleave(4, 2).repeat_interleave(4, 3);
        Assert.InRange(Train(60, optimizer, () => functional.mse_loss(decoder.call(encoder.call(pictures)), pictures)), 0, 0.05);
    }

    private sealed class Attending : Module<Tensor, (Tensor, Tensor)>
    {
        private readonly MultiheadAttention attention = MultiheadAttention(8, 2);
        private readonly LayerNorm norm = LayerNorm(8);
        private readonly Linear head = Linear(8, 3);

        public Attending() : base("Attending") => RegisterComponents();

        public override (Tensor, Tensor) forward(Tensor input)
        {
            var (output, weights) = attention.call(input, input, input);
            return (head.call(norm.call(input + output).mean([0])), weights);
        }
    }

    [Fact]
    public void Attention_weights_sum_to_one_and_can_be_looked_at()
    {
        manual_seed(1);
        using var model = new Attending();
        var optimizer = optim.Adam(model.parameters(), lr: 0.02);
        using var data = NewDisposeScope();
        var (input, labels) = (randn(4, 6, 8), arange(0L, 6, 1L).remainder(3));
        Assert.InRange(Train(30, optimizer, () => functional.cross_entropy(model.call(input).Item1, labels)), 0, 0.1);
        var weights = model.call(input).Item2;
        TensorAssert.Close(ones(6, 4), weights.sum(-1));
    }

    private static float Train(int steps, optim.Optimizer optimizer, Func<Tensor> loss)
    {
        float last = float.NaN;
        for (int i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var value = loss();
            value.backward();
            optimizer.step();
            last = value.item<float>();
        }
        optimizer.Dispose();
        return last;
    }
}
