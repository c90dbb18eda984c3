using Kiln.Search;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>What does not go together with a population, whose members change their settings in mid-training.</summary>
internal static class PopulationRules
{
    /// <summary>Refuses options of searches whose trials are whole trainings.</summary>
    /// <exception cref="LabException">One is given.</exception>
    public static void Check(SearchOptions options, int trials)
    {
        Refuse(options.Trials != new SearchOptions().Trials && options.Trials != trials, $"--trials {options.Trials}", $"it has as many as members times generations, here {trials}. Leave it out, or change --population, --epochs or --every");
        Refuse(options.Pruner is not (null or "none"), $"--pruner {options.Pruner}", "it ends no member early: the worst copy the best. Leave it out");
        Refuse(options.Seeds > 1 || options.Folds, options.Folds ? "--folds" : "--seeds", "a member is one training that goes on from generation to generation. Leave it out");
        Refuse(options.Metric?.Contains(',') == true, $"--metric {options.Metric}", "members are ranked by one metric. Name one; a --limit can bound another");
        Refuse(options.Enqueue.Count > 0, "--enqueue", "the first generation is drawn from the space. Leave it out, or narrow --space");
        var train = options.Train;
        Refuse(train.Schedule != "none" || train.Warmup is not null, train.Schedule != "none" ? $"--schedule {train.Schedule}" : "--warmup", "it finds the schedule of lr itself. Leave it out, and put lr into --space");
        Refuse(train.EarlyStop is not null, "--early-stop", "members that do badly copy better ones. Leave it out");
    }

    /// <summary>Refuses what cannot change in mid-training: options such as the optimiser, and hyperparameters that change the model's weights.</summary>
    /// <exception cref="LabException">The space has such a dimension.</exception>
    public static void Check(Space space, ModelDefinition model, DataSet data, IReadOnlyCollection<Hyperparameter> hyperparameters)
    {
        var changing = space.Dimensions.Where(dimension => dimension.Levels.Length > 1);
        foreach (var dimension in changing)
        {
            if (hyperparameters.All(hyperparameter => hyperparameter.Name != dimension.Name))
                Refuse(!TrialSettings.InMidTraining.Contains(dimension.Name), $"--space \"{dimension.Name}=…\"", $"{dimension.Name} cannot change in mid-training. {Remedy(dimension.Name)}");
            else if (WeightsThatDiffer(dimension, model, data) is { } weights)
                throw new LabException($"pbt and --space \"{dimension.Name}=…\": {weights}, and a network cannot change its weights' shapes in mid-training. {Remedy(dimension.Name)}");
        }
    }

    private static string Remedy(string name) =>
        $"Search {name} with tpe or asha first and give it one value here ({name}=VALUE); what pbt can change are {string.Join(", ", TrialSettings.InMidTraining)} and hyperparameters such as the p of Dropout";

    private static string? WeightsThatDiffer(Dimension dimension, ModelDefinition model, DataSet data)
    {
        (string Value, Dictionary<string, string> Shapes)? first = null;
        foreach (var level in dimension.Levels.Select(level => level.ToString()))
        {
            if (ShapesWith(dimension.Name, level, model, data) is not { } shapes) continue;
            first ??= (level, shapes);
            if (shapes.Keys.Union(first.Value.Shapes.Keys).FirstOrDefault(name => shapes.GetValueOrDefault(name, "no shape") != first.Value.Shapes.GetValueOrDefault(name, "no shape")) is { } other)
                return $"weight {other} has {first.Value.Shapes.GetValueOrDefault(other, "no shape")} with {dimension.Name}={first.Value.Value} and {shapes.GetValueOrDefault(other, "no shape")} with {dimension.Name}={level}";
        }
        return null;
    }

    // A value of which no model can be made is a failed member, as it would be a failed trial.
    private static Dictionary<string, string>? ShapesWith(string name, string value, ModelDefinition model, DataSet data)
    {
        using var scope = NewDisposeScope();
        try
        {
            var built = ModelBuilder.Build(model, TaskShape.Of(data), new Dictionary<string, string> { [name] = value });
            return built.Module.state_dict().ToDictionary(entry => entry.Key, entry => $"({string.Join(", ", entry.Value.shape)})");
        }
        catch (ModelException)
        {
            return null;
        }
    }

    private static void Refuse(bool isGiven, string option, string why)
    {
        if (isGiven) throw new LabException($"pbt and {option}: {why}.");
    }
}
