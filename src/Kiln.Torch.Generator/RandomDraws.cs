namespace Kiln.Torch.Generator;

/// <summary>Which operators draw random numbers; their methods wait for a turn at the default generator.</summary>
internal static class RandomDraws
{
    /// <summary>Those that take no generator.</summary>
    private static readonly HashSet<string> FromDefault =
    [
        "dropout", "alpha_dropout", "feature_dropout", "feature_alpha_dropout", "gru", "lstm", "rnn_relu", "rnn_tanh",
        "rand", "rand_like", "randint", "randint_like", "randn", "randn_like", "randperm",
    ];

    /// <summary>The statement that waits for the turn; empty for an operator that never draws.</summary>
    public static string Statement(OperatorSchema op)
    {
        if (op.Arguments.FirstOrDefault(argument => argument.Type == "Generator") is { } generator)
            return $"using var draw__ = Draw.From({Identifiers.Escape(generator.Name)});";
        if (!FromDefault.Contains(op.Name.TrimEnd('_'))) return "";
        var conditions = op.Arguments.Select(ConditionOf).Where(condition => condition.Length > 0).ToList();
        return conditions.Count == 0 ? "using var draw__ = Draw.Begin();" : $"using var draw__ = Draw.If({string.Join(" && ", conditions)});";
    }

    private static string ConditionOf(SchemaValue argument) => argument switch
    {
        { Type: "bool", Name: "train" } => "train",
        { Type: "float", Name: "dropout" } => "dropout > 0",
        _ => "",
    };
}
