using System.Globalization;
using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>An optimizer's state as named tensors, for a checkpoint file.</summary>
/// <remarks>
/// The names are <c>NUMBER.NAME</c>: the parameter's number in <c>optimizer.parameters()</c> and PyTorch's name of the state,
/// such as <c>0.exp_avg</c>; step counts are int64 scalars, other numbers float64 scalars. Learning rates and other options are not part of it.
/// </remarks>
public static class OptimizerTensors
{
    /// <summary>The state of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <returns>State tensors that are the optimizer's own, and new scalars for the numbers; write them before the next step.</returns>
    public static Dictionary<string, Tensor> Of(OptimizerHelper optimizer)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        var states = optimizer.state_dict().State;
        for (int i = 0; i < states.Count; i++)
            foreach (var slot in Slots(states[i]))
                if (slot.Read(states[i]) is { } tensor) tensors[Key(i, slot.Name)] = tensor;
        return tensors;
    }

    /// <summary>Puts saved state into an optimizer of the same kind and the same parameters.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="tensors">What <see cref="Of"/> gave; the tensors are copied.</param>
    /// <exception cref="ArgumentException">A name belongs to no state of this optimizer, or a shape differs from the parameter's; nothing was changed.</exception>
    public static void Restore(OptimizerHelper optimizer, IReadOnlyDictionary<string, Tensor> tensors)
    {
        var states = optimizer.state_dict().State;
        var parameters = optimizer.parameters().ToList();
        var found = new List<(object State, Slot Slot, Tensor Tensor)>();
        for (int i = 0; i < states.Count; i++)
            foreach (var slot in Slots(states[i]))
                if (tensors.TryGetValue(Key(i, slot.Name), out var tensor))
                {
                    CheckShape(slot, Key(i, slot.Name), tensor, parameters[i]);
                    found.Add((states[i], slot, tensor));
                }
        if (found.Count != tensors.Count)
            throw new ArgumentException($"OptimizerTensors.Restore: {tensors.Count - found.Count} of {tensors.Count} names belong to no state of {optimizer.GetType().Name} with {states.Count} parameters. Resume with the optimizer and model of the checkpoint.", nameof(tensors));
        foreach (var (state, slot, tensor) in found) slot.Write(state, tensor);
    }

    private static string Key(int parameter, string name) => string.Create(CultureInfo.InvariantCulture, $"{parameter}.{name}");

    private static void CheckShape(Slot slot, string key, Tensor tensor, Tensor parameter)
    {
        if (slot.IsNumber ? tensor.numel() == 1 : tensor.shape.AsSpan().SequenceEqual(parameter.shape)) return;
        throw new ArgumentException($"OptimizerTensors.Restore: '{key}' expects shape ({string.Join(", ", slot.IsNumber ? [] : parameter.shape)}), got ({string.Join(", ", tensor.shape)}). Resume with the model of the checkpoint.", nameof(tensor));
    }

    // By reflection: the states' members are fields in one implementation of TorchSharp's API and properties in another.
    private static IEnumerable<Slot> Slots(object state)
    {
        foreach (var member in state.GetType().GetMembers(BindingFlags.Instance | BindingFlags.Public))
            if (Slot.Of(member) is { } slot) yield return slot;
    }

    private sealed record Slot(string Name, Type Type, Func<object, object?> Get, Action<object, object?> Set)
    {
        public bool IsNumber => Type != typeof(Tensor);

        public static Slot? Of(MemberInfo member) => member switch
        {
            FieldInfo field when Fits(field.FieldType, field.Name) => new Slot(field.Name, field.FieldType, field.GetValue, field.SetValue),
            PropertyInfo { CanWrite: true } property when Fits(property.PropertyType, property.Name) => new Slot(property.Name, property.PropertyType, property.GetValue, property.SetValue),
            _ => null,
        };

        private static bool Fits(Type type, string name) => type == typeof(Tensor) || type == typeof(double) || (type == typeof(long) && name == "step");

        public Tensor? Read(object state) => Get(state) switch
        {
            long count => tensor(count),
            double number => tensor(number),
            var value => (Tensor?)value,
        };

        // As objects: a number converts to a tensor without being asked.
        public void Write(object state, Tensor saved) => Set(state,
            Type == typeof(long) ? (object)saved.item<long>()
            : Type == typeof(double) ? (object)saved.item<double>()
            : saved.detach().clone().DetachFromDisposeScope());
    }
}
