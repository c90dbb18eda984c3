using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>The options of each group and the state of each parameter.</summary>
    /// <returns>Options that are copies, and states that are the optimizer's own; the optimizer keeps the tensors.</returns>
    /// <remarks>A pair of lists as TorchSharp has it, not PyTorch's dictionary.</remarks>
    public StateDictionary state_dict() => new(
        [.. _groups.Select(group => group.Group.Options with { })],
        [.. _groups.SelectMany(group => Enumerable.Range(0, group.Parameters.Length).Select(member => StateOf(group, member))).OfType<OptimizerState>()]);

    /// <summary>Takes over options and state; the tensors are copied.</summary>
    /// <param name="state_dict">What <see cref="state_dict"/> of an optimizer of the same kind gave.</param>
    /// <exception cref="ArgumentException">The numbers of groups or parameters differ, or the state is of another optimizer.</exception>
    public void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        CheckCounts(state_dict.Options.Count, state_dict.State.Count);
        var own = _groups[0].Group.Options.GetType();
        if (state_dict.Options.Find(options => options.GetType() != own) is { } other)
            throw new ArgumentException($"{GetType().Name}.load_state_dict: expected the state of {GetType().Name}, got that of {other.GetType().DeclaringType?.Name}.", nameof(state_dict));
        int next = 0;
        foreach (var (group, options) in _groups.Zip(state_dict.Options))
        {
            group.Group.Options = options with { };
            for (int member = 0; member < group.Parameters.Length; member++)
                StateOf(group, member)?.CopyFrom(state_dict.State[next++]);
        }
    }

    /// <summary>Writes options and state to a file in TorchSharp's format.</summary>
    /// <param name="location">The file, which is replaced.</param>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes options and state in TorchSharp's format: the optimizer's name, the numbers of groups and parameters, their options and states.</summary>
    /// <param name="writer">Where to; it stays open.</param>
    /// <remarks>Source: TorchSharp, docs/articles/saveload.md. PyTorch cannot read it.</remarks>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(state.Options.Count);
        writer.Encode(state.State.Count);
        foreach (var options in state.Options) options.Save(writer);
        foreach (var one in state.State) one.Save(writer);
    }

    /// <summary>Reads options and state from a file in TorchSharp's format.</summary>
    /// <param name="location">The file.</param>
    /// <exception cref="InvalidDataException">The file is truncated, damaged, or holds the state of another optimizer.</exception>
    /// <exception cref="ArgumentException">The numbers of groups or parameters, or the shape of one, differ.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location), Encoding.UTF8);
        load_state_dict(reader);
    }

    /// <summary>Reads options and state in TorchSharp's format. If that fails, nothing has changed.</summary>
    /// <param name="reader">Where from; it stays open.</param>
    /// <exception cref="InvalidDataException">The data is truncated, damaged, or the state of another optimizer.</exception>
    /// <exception cref="ArgumentException">The numbers of groups or parameters, or the shape of one, differ.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var options = new List<OptimizerOptions>();
        var states = new List<OptimizerState>();
        try
        {
            Read(reader, options, states);
        }
        catch (Exception error)
        {
            foreach (var state in states) state.Dispose();
            if (error is IOException or FormatException)
                throw new InvalidDataException($"{GetType().Name}.load_state_dict: the file ends too early or is damaged. Expected a file of save_state_dict.", error);
            throw;
        }
        TakeOver(options, states);
    }

    private void Read(BinaryReader reader, List<OptimizerOptions> options, List<OptimizerState> states)
    {
        string name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"{GetType().Name}.load_state_dict: expected the state of {GetType().Name}, got that of {(name.Length > 40 ? "something else" : name)}.");
        CheckCounts(reader.DecodeCount("groups"), reader.DecodeCount("parameters"));
        using var off = no_grad();
        foreach (var group in _groups)
        {
            options.Add(group.Group.Options with { });
            options[^1].Load(reader);
            options[^1].Check(name);
        }
        foreach (var group in _groups)
        {
            foreach (var parameter in group.Parameters)
            {
                if (NewState(parameter, group.Group.Options) is not { } state) continue;
                states.Add(state);
                state.Load(reader, parameter);
            }
        }
    }

    private void TakeOver(List<OptimizerOptions> options, List<OptimizerState> states)
    {
        int next = 0;
        foreach (var (group, own) in _groups.Zip(options))
        {
            group.Group.Options = own;
            for (int member = 0; member < group.States.Length && next < states.Count; member++)
            {
                group.States[member]?.Dispose();
                group.States[member] = states[next++];
            }
        }
    }

    private void CheckCounts(int groups, int states)
    {
        int count = _groups.Sum(group => group.Parameters.Length);
        if (_defaults is null) count = 0;
        if (groups != _groups.Count || states != count)
            throw new ArgumentException($"{GetType().Name}.load_state_dict: expected {_groups.Count} groups and {count} parameters, got {groups} and {states}. Load into an optimizer of the same parameters.");
    }

    private OptimizerState? StateOf(StepGroup group, int member)
    {
        using var off = no_grad();
        return group.States[member] ??= NewState(group.Parameters[member], group.Group.Options);
    }
}
