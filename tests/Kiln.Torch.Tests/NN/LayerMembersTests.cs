using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>What layers tell about themselves, and what may be changed.</summary>
public sealed class LayerMembersTests
{
    public static TheoryData<string> Names => [.. ModuleGoldenTests.Layers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_property_takes_its_own_value_back(string name)
    {
        using var layer = ModuleGoldenTests.Layers[name]();
        string text = layer.ToString();
        var state = layer.state_dict();
        foreach (var property in layer.GetType().GetProperties().Where(property => property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0))
            property.SetValue(layer, property.GetValue(layer));
        Assert.Equal(text, layer.ToString());
        Assert.Equal(state, layer.state_dict());
    }

    [Fact]
    public void A_convolutions_padding_may_be_changed_to_numbers_and_to_a_rule()
    {
        using var scope = NewDisposeScope();
        using var layer = Conv2d(1, 1, 3, padding_mode: PaddingModes.Zeros);
        Assert.Equal((false, null), (layer.transposed, layer.padding_type));
        layer.SetPadding([1, 2]);
        Assert.Equal([1, 1, 5, 7], layer.call(ones(1, 1, 5, 5)).shape);
        layer.SetPadding(Padding.Same);
        Assert.Null(layer.padding);
        Assert.Equal([1, 1, 5, 5], layer.call(ones(1, 1, 5, 5)).shape);
        layer.SetPadding(Padding.Valid);
        Assert.Equal([1, 1, 3, 3], layer.call(ones(1, 1, 5, 5)).shape);
    }

    [Fact]
    public void A_border_of_a_constant_is_a_border_of_zeros()
    {
        using var scope = NewDisposeScope();
        using var layer = Conv1d(1, 1, 3, padding: 1, padding_mode: PaddingModes.Constant);
        using var zeros = Conv1d(1, 1, 3, padding: 1);
        zeros.load_state_dict(layer.state_dict());
        var input = randn(1, 1, 4);
        TensorAssert.Close(zeros.call(input), layer.call(input));
    }

    [Fact]
    public void A_transposed_convolution_pads_with_zeros_only_and_says_so()
    {
        using var layer = ConvTranspose1d(1, 1, 3);
        Assert.True(layer.transposed);
        Assert.Contains("padding_mode Zeros", Assert.Throws<ArgumentException>(() => ConvTranspose1d(1, 1, 3, padding_mode: PaddingModes.Reflect)).Message);
    }

    [Fact]
    public void An_output_size_out_of_reach_names_the_sizes_in_reach()
    {
        using var scope = NewDisposeScope();
        using var layer = ConvTranspose2d(1, 1, 3, stride: 2);
        var error = Assert.Throws<ArgumentException>(() => layer.call(ones(1, 1, 2, 2), [5, 7]));
        Assert.Contains("between 5 and 6 in dimension 1, got 7", error.Message);
        Assert.Equal([1, 1, 6, 5], layer.forward(ones(1, 1, 2, 2), [1, 1, 6, 5]).shape);
        Assert.Throws<ArgumentException>(() => layer.call(ones(1, 1, 2, 2), [5]));
    }

    [Fact]
    public void Weights_are_drawn_anew_on_demand()
    {
        using var scope = NewDisposeScope();
        using var layer = Conv2d(2, 3, 3);
        manual_seed(4);
        layer.reset_parameters();
        var first = layer.weight.clone();
        layer.reset_parameters();
        Assert.False(first.Equals(layer.weight));
        manual_seed(4);
        layer.reset_parameters();
        TensorAssert.Same(first, layer.weight);
    }

    [Fact]
    public void Norms_forget_what_they_have_seen()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm1d(2);
        layer.call(randn(5, 2) + 3);
        layer.weight.detach().fill_(2);
        Assert.Equal(1, layer.num_batches_tracked!.item<long>());
        layer.reset_running_stats();
        Assert.Equal((0, 0f, 1f, 2f), (layer.num_batches_tracked.item<long>(), layer.running_mean![0].item<float>(), layer.running_var![0].item<float>(), layer.weight[0].item<float>()));
        layer.reset_parameters();
        Assert.Equal(1, layer.weight[0].item<float>());
        using var plain = BatchNorm1d(2, affine: false, track_running_stats: false);
        plain.reset_parameters();
        Assert.Null(plain.running_mean);
    }

    [Fact]
    public void Statistics_scale_and_shift_can_be_replaced()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm1d(2);
        layer.eval();
        layer.running_mean = full([2], 1.0);
        layer.running_var = full([2], 4.0);
        layer.num_batches_tracked = tensor(7L);
        layer.weight = Parameter(full([2], 3.0));
        layer.bias = Parameter(full([2], 0.5));
        layer.eps = 0;
        Assert.Equal([3.5f, 3.5f], layer.call(full([1, 2], 3.0)).data<float>().ToArray());
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], layer.state_dict().Keys);
    }

    [Fact]
    public void Without_momentum_statistics_are_the_mean_over_all_batches()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm1d(1);
        layer.momentum = null;
        layer.call(tensor(new[,] { { 0f }, { 2f } }));
        layer.call(tensor(new[,] { { 4f }, { 6f } }));
        Assert.Equal(3, layer.running_mean!.item<float>(), 5);
        Assert.Contains("momentum=None", layer.ToString());
    }

    [Fact]
    public void Layer_and_group_norms_start_anew()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerNorm([2], bias: true);
        using var group = GroupNorm(1, 2);
        foreach (var parameter in layer.parameters().Concat(group.parameters())) parameter.detach().fill_(9);
        layer.reset_parameters();
        group.reset_parameters();
        Assert.Equal((1f, 0f, 1f, 0f), (layer.weight[0].item<float>(), layer.bias![0].item<float>(), group.weight[0].item<float>(), group.bias![0].item<float>()));
        layer.weight = Parameter(ones(2) * 2);
        layer.bias = Parameter(ones(2));
        TensorAssert.Close(tensor(new[] { -1f, 3f }), layer.call(tensor(new[] { 0f, 1000f })));
    }

    [Fact]
    public void A_layer_norm_may_lack_the_shift()
    {
        using var layer = LayerNorm(3, bias: false);
        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Null(layer.bias);
    }

    [Fact]
    public void Weights_given_to_a_linear_layer_are_its_weights()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(Parameter(ones(3, 2)), bias: Parameter(ones(3)));
        Assert.Equal((2, 3), (layer.in_features, layer.out_features));
        Assert.Equal([3f, 3f, 3f], layer.call(ones(2)).data<float>().ToArray());
    }

    [Fact]
    public void Two_layers_may_share_one_weight()
    {
        using var scope = NewDisposeScope();
        using var encoder = Embedding(5, 3);
        using var decoder = Linear(3, 5);
        decoder.weight = encoder.weight!;
        Assert.Equal(["weight", "bias"], decoder.state_dict().Keys);
        Assert.Same(encoder.weight, decoder.get_parameter("weight"));
        decoder.call(encoder.call(tensor(new long[] { 1, 2 }))).sum().backward();
        using var model = ModuleList(encoder, decoder);
        Assert.Equal(["0.weight", "1.bias"], model.named_parameters().Select(entry => entry.name));
        Assert.Throws<ArgumentNullException>(() => decoder.weight = null!);
    }

    [Fact]
    public void Weights_of_a_recurrent_layer_are_found_by_its_number()
    {
        using var network = GRU(4, 2, numLayers: 2);
        Assert.Equal([6, 4], network.get_weight_ih(0)!.shape);
        Assert.Equal([6, 2], network.get_weight_ih(1)!.shape);
        Assert.Equal([6, 2], network.get_weight_hh(1)!.shape);
        Assert.Equal([6], network.get_bias_ih(0)!.shape);
        Assert.Same(network.get_parameter("bias_hh_l1"), network.get_bias_hh(1));
        Assert.Null(network.get_weight_hh(2));
    }

    [Fact]
    public void Vectors_given_to_an_embedding_are_frozen_unless_asked_for()
    {
        using var scope = NewDisposeScope();
        var vectors = randn(4, 2);
        using var frozen = Embedding_from_pretrained(vectors);
        using var trained = Embedding_from_pretrained(vectors, freeze: false, padding_idx: -1);
        Assert.False(frozen.weight!.requires_grad);
        Assert.True(trained.weight!.requires_grad);
        TensorAssert.Same(vectors[2], frozen.call(tensor(2L)));
        Assert.Equal("Embedding(4, 2, padding_idx=3)", trained.ToString());
        trained.weight = Parameter(ones(4, 2));
        Assert.Equal([1f, 1f], trained.call(tensor(0L)).data<float>().ToArray());
        Assert.Contains("(num_embeddings, embedding_dims)", Assert.Throws<ArgumentException>(() => Embedding_from_pretrained(ones(3))).Message);
    }

    [Fact]
    public void Vectors_given_to_an_embedding_bag_are_joined()
    {
        using var scope = NewDisposeScope();
        using var bag = EmbeddingBag_from_pretrained(tensor(new[,] { { 1f, 2f }, { 3f, 4f } }), freeze: false, mode: EmbeddingBagMode.Sum);
        Assert.True(bag.weight!.requires_grad);
        Assert.Equal([4f, 6f], bag.call(tensor(new long[,] { { 0, 1 } })).data<float>().ToArray());
        bag.weight = Parameter(ones(2, 2));
        IModule<Tensor, Tensor, Tensor> two = bag;
        Assert.Equal([1f, 1f, 1f, 1f], two.call(tensor(new long[] { 0, 1 }), tensor(new long[] { 0, 1 })).data<float>().ToArray());
    }

    [Fact]
    public void Recurrent_weights_need_no_flattening()
    {
        using var scope = NewDisposeScope();
        using var lstm = LSTM(2, 3);
        using var gru = GRU(2, 3);
        lstm.flatten_parameters();
        gru.flatten_parameters();
        Assert.Equal("LSTM(2, 3)", lstm.ToString());
        using var deep = RNN(2, 3, 2, NonLinearities.Tanh, bias: false, batchFirst: true, dropout: 0.5, bidirectional: true);
        Assert.Equal("RNN(2, 3, num_layers=2, bias=False, batch_first=True, dropout=0.5, bidirectional=True)", deep.ToString());
        using var cell = RNNCell(2, 3, NonLinearities.ReLU, bias: false);
        Assert.Equal("RNNCell(2, 3, bias=False, nonlinearity=relu)", cell.ToString());
        using var encoder = TransformerEncoderLayer(4, 2, 6, 0.1, Activations.ReLU);
        Assert.Contains("(self_attn): MultiheadAttention(", encoder.ToString());
    }

    [Fact]
    public void Maxima_come_with_their_places_and_go_back_to_them()
    {
        using var scope = NewDisposeScope();
        var (signal, image, volume) = (randn(1, 2, 6), randn(1, 2, 4, 6), randn([1, 2, 4, 4, 6]));
        var (values1, places1) = MaxPool1d(2).forward_with_indices(signal);
        var (values2, places2) = MaxPool2d((2, 3)).forward_with_indices(image);
        var (values3, places3) = MaxPool3d(2).forward_with_indices(volume);
        TensorAssert.Same(values1, MaxPool1d(2).call(MaxUnpool1d(2).call(values1, places1).abs()) * values1.sign());
        Assert.Equal(image.shape, MaxUnpool2d((2, 3)).call(values2, places2).shape);
        Assert.Equal(volume.shape, MaxUnpool3d(2).call(values3, places3, volume.shape).shape);
    }

    [Fact]
    public void Adaptive_and_fractional_maxima_come_with_their_places()
    {
        using var scope = NewDisposeScope();
        var (values, places) = AdaptiveMaxPool1d(2).forward_with_indices(tensor(new[, ,] { { { 1f, 5f, 2f, 7f } } }));
        TensorAssert.Same(tensor(new[, ,] { { { 5f, 7f } } }), values);
        TensorAssert.Same(tensor(new[, ,] { { { 1L, 3L } } }), places);
        Assert.Equal([1, 1, 2, 2], AdaptiveMaxPool2d([2, 2]).forward_with_indices(randn(1, 1, 5, 5)).Indices.shape);
        Assert.Equal([1, 1, 2, 2, 2], AdaptiveMaxPool3d([2, 2, 2]).forward_with_indices(randn([1, 1, 5, 5, 5])).Indices.shape);
        Assert.Equal([1, 1, 2, 2], FractionalMaxPool2d(2, output_size: 2).forward_with_indices(randn(1, 1, 5, 5)).Indices.shape);
        Assert.Equal([1, 1, 2, 2, 2], FractionalMaxPool3d(2, output_size: 2).forward_with_indices(randn([1, 1, 5, 5, 5])).Indices.shape);
    }

    [Fact]
    public void A_stack_of_layers_starts_with_copies_and_leaves_the_layer_to_its_owner()
    {
        using var scope = NewDisposeScope();
        var layer = TransformerEncoderLayer(4, 2, 6, dropout: 0);
        using var stack = TransformerEncoder(layer, 2);
        var weights = stack.state_dict();
        TensorAssert.Same(weights["layers.0.linear1.weight"], weights["layers.1.linear1.weight"]);
        Assert.NotSame(weights["layers.0.linear1.weight"], layer.get_parameter("linear1.weight"));
        layer.Dispose();
        IModule<Tensor, Tensor> one = stack;
        IModule<Tensor, Tensor, Tensor> two = stack;
        var input = randn(3, 1, 4);
        TensorAssert.Same(one.call(input), two.call(input, zeros(3, 3)));
    }
}
