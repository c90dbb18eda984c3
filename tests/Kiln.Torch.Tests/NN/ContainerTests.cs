using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

public sealed class ContainerTests
{
    [Fact]
    public void A_list_names_its_modules_by_position_and_renames_them_when_it_changes()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (Linear(1, 2), Linear(2, 3), Linear(3, 4));
        using var list = ModuleList(a, c);
        list.Insert(1, b);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        Assert.Same(b.weight, list.get_parameter("1.weight"));
        list.RemoveAt(0);
        Assert.Equal(["0", "1"], list.named_children().Select(child => child.name));
        Assert.Equal([b, c], list.children());
        Assert.True(list.Remove(b));
        Assert.False(list.Remove(b));
        Assert.Single(list);
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public void A_list_of_modules_is_an_ordinary_list()
    {
        using var list = ModuleList<Module<Tensor, Tensor>>(ReLU());
        var tanh = Tanh();
        list.append(tanh, Identity());
        list.extend([Sigmoid()]);
        list.Add(Dropout());
        Assert.Equal((5, false, 1, true), (list.Count, list.IsReadOnly, list.IndexOf(tanh), list.Contains(tanh)));
        list[1] = GELU();
        Assert.IsType<GELU>(list[1]);
        var copies = new Module<Tensor, Tensor>[6];
        list.CopyTo(copies, 1);
        Assert.Same(list[0], copies[1]);
        Assert.Equal(["ReLU", "GELU", "Identity", "Sigmoid", "Dropout"], list.Select(module => module.GetName()));
        list.Clear();
        Assert.Empty(list.children());
    }

    [Fact]
    public void A_list_of_any_modules_reaches_the_parameters_of_the_module_that_holds_it()
    {
        using var net = new Branches();
        Assert.Equal(["branches.0.weight", "branches.0.bias", "branches.1.weight", "branches.1.bias", "scales.0", "scales.1"], net.named_parameters().Select(entry => entry.name));
        using var any = ModuleList(ReLU(), BatchNorm1d(2), LSTM(1, 1));
        Assert.Equal(3, any.Count);
    }

    [Fact]
    public void A_dictionary_names_its_modules_by_key_in_the_order_of_insertion()
    {
        using var dictionary = ModuleDict(("b", Linear(1, 2)), ("a", Linear(2, 3)));
        Assert.Equal(["b.weight", "b.bias", "a.weight", "a.bias"], dictionary.state_dict().Keys);
        dictionary.Insert(0, ("c", Linear(3, 4)));
        Assert.Equal(["c", "b", "a"], dictionary.keys());
        Assert.Equal([3L, 1, 2], dictionary.values().Select(layer => layer.in_features));
        Assert.Equal(["c", "b", "a"], dictionary.named_children().Select(child => child.name));
        using var any = ModuleDict(("relu", ReLU()), ("linear", Linear(1, 2)));
        Assert.Equal(["linear.weight", "linear.bias"], any.state_dict().Keys);
    }

    [Fact]
    public void A_dictionary_of_modules_is_an_ordinary_dictionary()
    {
        using var dictionary = new ModuleDict<Module>();
        var (relu, tanh) = (ReLU(), Tanh());
        dictionary.Add("relu", relu);
        dictionary.Add(("tanh", tanh));
        dictionary.Add(KeyValuePair.Create<string, Module>("gelu", GELU()));
        Assert.Equal((3, false), (dictionary.Count, dictionary.IsReadOnly));
        Assert.True(dictionary.Contains(("tanh", tanh)) && dictionary.Contains(KeyValuePair.Create<string, Module>("relu", relu)) && dictionary.ContainsKey("gelu"));
        Assert.False(dictionary.Contains(("tanh", relu)));
        Assert.Equal((1, -1), (dictionary.IndexOf(("tanh", tanh)), dictionary.IndexOf(("tanh", relu))));
        Assert.True(dictionary.TryGetValue("relu", out var found) && ReferenceEquals(found, relu));
        Assert.Equal(["relu", "tanh", "gelu"], dictionary.Keys);
        Assert.Equal(3, dictionary.Values.Count);
        Assert.Equal("tanh", dictionary[1].Item1);
        dictionary[1] = ("swish", SiLU());
        dictionary["relu"] = ReLU6();
        Assert.IsType<ReLU6>(dictionary["relu"]);
        Assert.Contains("no entry 'tanh'; there are [relu, swish, gelu]", Assert.Throws<KeyNotFoundException>(() => dictionary["tanh"]).Message);
    }

    [Fact]
    public void Entries_of_a_dictionary_are_copied_enumerated_and_removed()
    {
        using var dictionary = ModuleDict<Module>(("a", ReLU()), ("b", Tanh()), ("c", GELU()), ("d", SiLU()));
        var pairs = new (string, Module)[5];
        dictionary.CopyTo(pairs, 1);
        var entries = new KeyValuePair<string, Module>[4];
        dictionary.CopyTo(entries, 0);
        Assert.Equal((pairs[1].Item1, pairs[4].Item1), (entries[0].Key, entries[3].Key));
        var items = dictionary.items();
        Assert.True(items.MoveNext() && items.Current.Item1 == "a");
        Assert.True(dictionary.Remove(pairs[1]) && dictionary.Remove(entries[1]) && dictionary.Remove("c"));
        Assert.False(dictionary.Remove("c"));
        dictionary.RemoveAt(0);
        Assert.Empty(dictionary.children());
        dictionary.Add("e", Mish());
        dictionary.clear();
        dictionary.Clear();
        Assert.Empty(dictionary.Keys);
    }

    [Fact]
    public void A_list_of_parameters_names_them_by_position()
    {
        using var scope = NewDisposeScope();
        using var list = ParameterList(Parameter(ones(1)));
        var second = Parameter(ones(2));
        list.append(second);
        list.extend([Parameter(ones(3))]);
        list.Add(Parameter(ones(4)));
        list.Insert(0, Parameter(ones(5)));
        Assert.Equal(["0", "1", "2", "3", "4"], list.named_parameters().Select(entry => entry.name));
        Assert.Equal((5, false, 2, true), (list.Count, list.IsReadOnly, list.IndexOf(second), list.Contains(second)));
        Assert.True(list.has_parameter("2") && !list.has_parameter("5"));
        Assert.Same(second, list.get_parameter("2"));
        Assert.Same(second, list[2]);
        list[0] = Parameter(ones(6));
        Assert.Equal([6L, 1, 2, 3, 4], list.Select(parameter => parameter.shape[0]));
        var copies = new Parameter[5];
        list.CopyTo(copies, 0);
        Assert.True(list.Remove(second));
        Assert.False(list.Remove(second));
        list.RemoveAt(0);
        Assert.Equal([1L, 3, 4], list.parameters().Select(parameter => parameter.shape[0]));
        list.Clear();
        Assert.Empty(list.parameters());
    }

    [Fact]
    public void A_dictionary_of_parameters_names_them_by_key()
    {
        using var scope = NewDisposeScope();
        using var dictionary = ParameterDict(("left", Parameter(ones(1))), ("right", Parameter(ones(2))));
        dictionary["middle"] = Parameter(ones(3));
        Assert.Equal(["left", "right", "middle"], dictionary.named_parameters().Select(entry => entry.name));
        Assert.True(dictionary.Remove("left"));
        Assert.Equal([2L, 3], dictionary.parameters().Select(parameter => parameter.shape[0]));
    }

    [Fact]
    public void Every_way_of_writing_a_sequential_makes_the_same_chain()
    {
        var chains = new[]
        {
            Sequential(("0", Identity()), ("1", ReLU())),
            Sequential(Identity(), ReLU()),
            Sequential(Tuple.Create<string, Module<Tensor, Tensor>>("0", Identity()), Tuple.Create<string, Module<Tensor, Tensor>>("1", ReLU())),
            Sequential(new List<(string, Module<Tensor, Tensor>)> { ("0", Identity()), ("1", ReLU()) }),
            Sequential(new List<Tuple<string, Module<Tensor, Tensor>>> { Tuple.Create<string, Module<Tensor, Tensor>>("0", Identity()), Tuple.Create<string, Module<Tensor, Tensor>>("1", ReLU()) }),
            Sequential(new List<Module<Tensor, Tensor>> { Identity(), ReLU() }),
            Sequential().append(Identity()).append("1", ReLU()),
        };
        Assert.All(chains, chain => Assert.Equal(chains[0].ToString(), chain.ToString()));
    }

    [Fact]
    public void A_sequential_walks_its_modules_like_any_module()
    {
        using var chain = Sequential(("norm", BatchNorm1d(2)), ("linear", Linear(2, 2)));
        chain.train(on: false);
        Assert.False(chain[0] is BatchNorm1d { training: true });
        chain.train();
        chain.eval();
        Assert.All(chain.modules(), module => Assert.False(module.training));
        Assert.Equal(["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], chain.named_buffers(recurse: true, include_persistent: true).Select(entry => entry.name));
        Assert.Equal(["norm", "linear"], chain.named_modules().Select(entry => entry.name));
        Assert.Equal(["norm", "linear"], chain.named_children().Select(entry => entry.name));
        Assert.Equal(4, chain.named_parameters(recurse: true).Count());
        var names = new List<string>();
        Assert.Same(chain, chain.apply(module => names.Add(module.GetName())));
        Assert.Equal(["BatchNorm1d", "Linear", "Sequential"], names);
    }

    [Fact]
    public void A_sequential_takes_modules_that_can_be_called_with_one_tensor()
    {
        using var scope = NewDisposeScope();
        using var chain = Sequential().append("bags", EmbeddingBag(5, 3)).append("linear", Linear(3, 2));
        Assert.Equal([2, 2], chain.call(tensor(new long[,] { { 1, 2 }, { 3, 4 } })).shape);
        Assert.Contains("expected a module", Assert.Throws<ArgumentException>(() => chain.append("no", new NoModule())).Message);
    }

    private sealed class NoModule : IModule<Tensor, Tensor>
    {
        public Tensor call(Tensor input1) => input1;
    }

    private sealed class Branches : Module<Tensor, Tensor>
    {
        private readonly ModuleList<Linear> branches = ModuleList(Linear(1, 2), Linear(1, 2));
        private readonly ParameterList scales = ParameterList(Parameter(ones(1)), Parameter(ones(1)));

        public Branches() : base("Branches") => RegisterComponents();

        public override Tensor forward(Tensor input) => branches[0].call(input) * scales[0] + branches[1].call(input) * scales[1];
    }
}
