using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

public sealed class ModuleTests
{
    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly Linear first = Linear(3, 3);
        private readonly Module<Tensor, Tensor> norm = BatchNorm1d(3);
        private readonly Parameter scale = new(ones(1));
        private readonly Tensor offset = zeros(3);
        [ComponentName(Name = "renamed")] private readonly Tensor other = zeros(1);

        public Block() : base("Block") => RegisterComponents();

        public Linear Tail { get; } = Linear(3, 2, hasBias: false);

        public override Tensor forward(Tensor input) => Tail.call(norm.call(first.call(input)) * scale + offset + other);
    }

    [Fact]
    public void Components_are_registered_by_the_names_of_fields_and_properties()
    {
        using var block = new Block();
        Assert.Equal(["scale", "first.weight", "first.bias", "norm.weight", "norm.bias", "Tail.weight"], block.named_parameters().Select(p => p.name));
        Assert.Equal(
            ["scale", "offset", "renamed", "first.weight", "first.bias", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked", "Tail.weight"],
            block.state_dict().Keys);
        Assert.Equal(["first", "norm", "Tail"], block.named_children().Select(child => child.name));
    }

    [Fact]
    public void Parameters_survive_the_scope_in_which_the_module_was_built()
    {
        Block block;
        using (NewDisposeScope()) block = new Block();
        using var _ = block;
        Assert.All(block.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
    }

    [Fact]
    public void Dispose_frees_every_tensor_of_the_tree()
    {
        var block = new Block();
        var tensors = block.state_dict().Values.ToList();
        block.Dispose();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Train_and_eval_reach_every_submodule()
    {
        using var block = new Block();
        block.eval();
        Assert.All(block.modules(), module => Assert.False(module.training));
        block.train();
        Assert.All(block.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void State_loaded_from_another_module_gives_the_same_output()
    {
        using var scope = NewDisposeScope();
        using var source = new Block();
        using var target = new Block();
        var input = randn(4, 3);
        source.call(input);
        target.load_state_dict(source.state_dict());
        source.eval();
        target.eval();
        Assert.Equal(source.call(input).data<float>().ToArray(), target.call(input).data<float>().ToArray());
    }

    [Fact]
    public void A_strict_load_names_missing_and_unexpected_keys_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var before = layer.weight.detach().data<float>().ToArray();
        var error = Assert.Throws<InvalidOperationException>(() => layer.load_state_dict(new() { ["weight"] = zeros(2, 2), ["wrong"] = zeros(1) }));
        Assert.Contains("missing keys [bias], unexpected keys [wrong]", error.Message);
        Assert.Equal(before, layer.weight.detach().data<float>().ToArray());
    }

    [Fact]
    public void A_load_that_is_not_strict_copies_what_fits_and_reports_the_rest()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var (missing, unexpected) = layer.load_state_dict(new() { ["weight"] = zeros(2, 2), ["wrong"] = zeros(1) }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["wrong"], unexpected);
        Assert.All(layer.weight.detach().data<float>().ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_load_of_another_shape_names_the_key_and_both_shapes()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var error = Assert.Throws<ArgumentException>(() => layer.load_state_dict(new() { ["weight"] = zeros(2, 3), ["bias"] = zeros(2) }));
        Assert.Contains("'weight' expects shape (2, 2), got (2, 3)", error.Message);
    }

    [Fact]
    public void A_shared_parameter_is_listed_once_and_saved_under_both_names()
    {
        using var scope = NewDisposeScope();
        var shared = Linear(2, 2);
        using var model = Sequential(("a", shared), ("b", shared));
        Assert.Equal(["a.weight", "a.bias"], model.named_parameters().Select(p => p.name));
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias"], model.state_dict().Keys);
    }

    [Fact]
    public void A_name_that_is_taken_or_has_a_dot_is_refused()
    {
        using var block = new Block();
        Assert.Contains("taken already", Assert.Throws<ArgumentException>(() => block.register_buffer("scale", zeros(1))).Message);
        Assert.Contains("without dots", Assert.Throws<ArgumentException>(() => block.register_module("a.b", Identity())).Message);
    }

    [Fact]
    public void Apply_visits_children_before_their_parent()
    {
        using var model = Sequential(("inner", Sequential(("deep", Identity()))));
        var seen = new List<string>();
        model.apply(module => seen.Add(module is Sequential chain ? $"{chain.Count}:{chain.named_children().First().name}" : module.GetName()));
        Assert.Equal(["Identity", "1:deep", "1:inner"], seen);
    }

    [Fact]
    public void A_sequential_can_be_indexed_sliced_and_extended()
    {
        using var model = Sequential(Linear(2, 3), ReLU(), Linear(3, 4)).append("last", Identity());
        Assert.Equal(4, model.Count);
        Assert.IsType<ReLU>(model[1]);
        Assert.Equal(["0", "1", "2", "last"], model.named_children().Select(child => child.name));
        Assert.Equal(["1", "2"], model[1..3].named_children().Select(child => child.name));
        Assert.Equal(2, model[(2, null)].Count);
    }

    [Fact]
    public void An_empty_sequential_returns_its_input()
    {
        using var scope = NewDisposeScope();
        var input = ones(2);
        Assert.Equal([1f, 1f], Sequential().call(input).data<float>().ToArray());
    }

    [Fact]
    public void Hooks_see_and_may_change_input_and_output_until_they_are_removed()
    {
        using var scope = NewDisposeScope();
        using var layer = Identity();
        var before = layer.register_forward_pre_hook((_, input) => input + 1);
        var after = layer.register_forward_hook((_, input, output) => output * 10);
        Assert.Equal(20, layer.call(ones(1)).item<float>());
        before.remove();
        after.remove();
        Assert.Equal(1, layer.call(ones(1)).item<float>());
    }

    [Fact]
    public void Without_a_scope_a_sequential_frees_the_tensors_between_its_steps()
    {
        using var model = Sequential(Identity(), Identity(), Identity());
        using var input = ones(3);
        long before = LivingTensors.Settled();
        using var output = model.call(input);
        Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void Conversion_keeps_parameters_the_same_objects_and_integers_integers()
    {
        using var layer = BatchNorm1d(2);
        var weight = layer.weight;
        Assert.Same(layer, layer.to(ScalarType.Float64));
        Assert.Same(weight, layer.weight);
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.Equal(ScalarType.Int64, layer.num_batches_tracked!.dtype);
    }

    [Fact]
    public void Requires_grad_freezes_every_parameter()
    {
        using var block = new Block();
        block.requires_grad_(false);
        Assert.All(block.parameters(), parameter => Assert.False(parameter.requires_grad));
    }

    [Fact]
    public void A_replaced_parameter_takes_the_place_of_the_old_one()
    {
        using var layer = Linear(2, 2);
        var weight = new Parameter(zeros(3, 2));
        layer.weight = weight;
        layer.bias = null;
        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Same(weight, layer.parameters().Single());
        Assert.Equal(3, layer.out_features);
    }

    [Theory, InlineData(0, 2, 1), InlineData(3, 4, 2)]
    public void A_convolution_of_impossible_sizes_is_refused_before_it_is_built(long channels, long outputs, long groups) =>
        Assert.Throws<ArgumentException>(() => Conv2d(channels, outputs, 3, groups: groups));

    [Fact]
    public void Batch_norm_of_the_wrong_dimensions_names_what_it_takes()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(3);
        Assert.Contains("BatchNorm2d: expected (N, C, H, W), got an input of 2 dimensions", Assert.Throws<ArgumentException>(() => layer.call(ones(2, 3))).Message);
    }
}
