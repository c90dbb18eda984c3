using System.Collections;
using System.Data;
using System.Runtime.CompilerServices;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>Makes a data source of a variable of the session.</summary>
internal static class VariableData
{
    /// <summary>The source.</summary>
    /// <param name="name">The variable with the rows, the inputs, or both inputs and targets.</param>
    /// <param name="target">A column of the rows, or the variable with the targets.</param>
    /// <param name="options">How a table is read.</param>
    /// <param name="host">The notebook.</param>
    /// <exception cref="MagicException">There is no such variable, or it holds nothing to learn from.</exception>
    public static DataSource Source(string name, string target, TableOptions options, INotebookHost host) => Find(name, host) switch
    {
        DataSource source => source,
        ITuple { Length: 2 } pair => Pair(name, pair[0]!, pair[1]!, options),
        Tensor inputs => DataSource.From(inputs, (Tensor)Targets(name, inputs, target, host), options, name),
        Array inputs when IsNumeric(inputs) => Pair(name, inputs, Targets(name, inputs, target, host), options),
        DataTable table => DataSource.From(table, target, options, name),
        string => throw Unfit(name, "a text"),
        IEnumerable rows => DataSource.From(rows, target, options, name),
        var other => throw Unfit(name, $"a {other.GetType().Name}"),
    };

    private static object Find(string name, INotebookHost host) => host.TryGetVariable(name, out var value) && value is not null
        ? value
        : throw new MagicException($"#!data from: there is no variable {name} in this session. Run the cell that declares it first.");

    private static object Targets(string name, object inputs, string target, INotebookHost host)
    {
        if (target.Length == 0)
            throw new MagicException($"#!data from: {name} holds inputs alone. Name the variable with the targets: #!data from {name} --target y");
        var targets = Find(target, host);
        if (inputs is Tensor && targets is not Tensor)
            throw new MagicException($"#!data from: {name} is a tensor, so {target} must be one, too. Write torch.tensor({target}).");
        return targets;
    }

    private static DataSource Pair(string name, object inputs, object targets, TableOptions options) => (inputs, targets) switch
    {
        (Tensor x, Tensor y) => DataSource.From(x, y, options, name),
        (Array x, IEnumerable y) => DataSource.From(x, y, options, name),
        _ => throw Unfit(name, $"a pair of {inputs.GetType().Name} and {targets.GetType().Name}"),
    };

    private static bool IsNumeric(Array array)
    {
        var type = array.GetType();
        while (type.IsArray) type = type.GetElementType()!;
        return type.IsPrimitive && type != typeof(char);
    }

    private static MagicException Unfit(string name, string what) => new(
        $"#!data from: {name} is {what}. Expected rows with named values (records, anonymous objects, a DataTable), a tensor or an array with --target naming the targets, or a pair of both.");
}
