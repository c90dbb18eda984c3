namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What an operation's forward pass keeps for its backward pass.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/autograd.html#torch.autograd.function.FunctionCtx"/>
        public sealed class AutogradContext
        {
            private readonly Dictionary<string, object?> _data = [];
            private List<Tensor?> _saved = [];

            internal AutogradContext()
            {
            }

            internal List<Tensor?> ToSave => _saved;

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> Constants { get; private set; } = [];

            /// <summary>Whether the backward pass gets zeros for outputs without gradient; true at first.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            /// <summary>Keeps tensors for the backward pass; null stays null. Call it once, in the forward pass.</summary>
            /// <param name="tensors">Inputs or outputs; that they are not changed in place is checked.</param>
            public void save_for_backward(List<Tensor> tensors) => _saved = [.. tensors];

            /// <summary>Keeps something that is no tensor for the backward pass.</summary>
            /// <exception cref="ArgumentException">It is a tensor, which would never be freed.</exception>
            public void save_data(string key, object? value) => _data[key] = value is Tensor
                ? throw new ArgumentException($"save_data: '{key}' is a tensor. Keep it with save_for_backward(), which frees it with the graph.", nameof(value))
                : value;

            /// <summary>Says which inputs the forward pass changed in place. Call it once, in the forward pass.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            /// <summary>Says which outputs have no gradient. Call it once, in the forward pass.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => Constants = [.. tensors];

            /// <summary>Chooses whether the backward pass gets zeros or null for outputs without gradient.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>The tensors that the forward pass kept.</summary>
            public List<Tensor> get_saved_variables() => _saved.ConvertAll(tensor => tensor!);

            /// <summary>What the forward pass kept under a key, or null.</summary>
            public object? get_data(string key) => _data.GetValueOrDefault(key);

            /// <summary>The context for one backward pass, with the tensors as libtorch kept them.</summary>
            internal AutogradContext ForBackward(IEnumerable<Tensor?> saved)
            {
                var context = new AutogradContext { _saved = [.. saved], MaterializeGrads = MaterializeGrads };
                foreach (var (key, value) in _data) context._data[key] = value;
                return context;
            }

            /// <summary>Lets go of the tensors, which libtorch keeps from now on.</summary>
            internal void Forget() => (_saved, Dirty, Constants) = ([], [], []);
        }
    }
}
