using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, named 0, 1, 2… in state_dict keys.</summary>
/// <remarks>The list keeps its parameters and disposes those it holds at the end; what is removed or replaced is left to its owner.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ParameterList.html"/>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _items = [];

    /// <summary>Makes a list of parameters.</summary>
    /// <param name="parameters">The parameters in order.</param>
    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => append(parameters);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a position.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <returns>The parameter; the list keeps it.</returns>
    public Parameter this[int index]
    {
        get => _items[index];
        set => Change(() => _items[index] = value);
    }

    /// <summary>Adds parameters at the end.</summary>
    /// <param name="parameters">The parameters; they leave their dispose scope.</param>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Adds parameters at the end.</summary>
    /// <param name="parameters">The parameters; they leave their dispose scope.</param>
    public void extend(IEnumerable<Parameter> parameters) => Change(() => _items.AddRange(parameters));

    /// <inheritdoc/>
    public void Add(Parameter item) => Change(() => _items.Add(item));

    /// <inheritdoc/>
    public void Insert(int index, Parameter item) => Change(() => _items.Insert(index, item));

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => _items.RemoveAt(index));

    /// <inheritdoc/>
    public void Clear() => Change(_items.Clear);

    /// <inheritdoc/>
    public bool Remove(Parameter item)
    {
        int at = IndexOf(item);
        if (at >= 0) RemoveAt(at);
        return at >= 0;
    }

    /// <inheritdoc/>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    // Two parameters are equal only if they are the same object; comparing tensors would compare elements.
    /// <inheritdoc/>
    public int IndexOf(Parameter item) => _items.FindIndex(own => ReferenceEquals(own, item));

    /// <inheritdoc/>
    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers every parameter of the list under its position.</summary>
    protected override void RegisterComponents()
    {
        ClearParameters();
        for (int i = 0; i < _items.Count; i++) register_parameter(i.ToString(CultureInfo.InvariantCulture), _items[i]);
    }

    private void Change(Action change)
    {
        change();
        RegisterComponents();
    }
}
