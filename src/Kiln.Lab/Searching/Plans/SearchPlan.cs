using System.Text.Json;
using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>What a search asks for, checked: the definition of its study, and how a trial's parameters become settings of a training.</summary>
internal sealed record SearchPlan(SearchOptions Options, ModelDefinition Model, DataSet Data, StudyDefinition Definition, TrialSettings Settings)
{
    /// <summary>The word for the way to search, such as <c>asha</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The trainings that each trial consists of; empty where a trial is one training.</summary>
    public IReadOnlyList<TrialRepeat> Repeats { get; init; } = [];

    /// <summary>Checks names and space.</summary>
    /// <exception cref="LabException">A name is unknown, or the space cannot be read.</exception>
    public static SearchPlan Of(LabWorkspace workspace, string methodName, ModelDefinition model, DataSet data, SearchOptions options)
    {
        var method = SearchMethods.Find(methodName) ?? throw UnknownMethod(methodName);
        Require(options.Trials, 1, "--trials");
        Require(options.Seeds, 1, "--seeds");
        Require(options.MaxFailures, 1, "--max-failures");
        Require(options.Retries, 0, "--retries");
        var (hyperparameters, hasOwnLosses) = Probe(model, data);
        options = SoughtMetrics.Of(options, data, hasOwnLosses);
        var space = options.Space is { Length: > 0 } text ? WholeRanges.Of(Parse(text), hyperparameters) : ModelSpace.Of(model, hyperparameters);
        var population = PopulationPlan.Of(method, options);
        var settings = new TrialSettings(options.Train, [.. hyperparameters.Select(hyperparameter => hyperparameter.Name)]) { Population = population };
        settings.Check(space.Dimensions.Select(dimension => dimension.Name), model.Name);
        if (population is not null)
        {
            PopulationRules.Check(space, model, data, hyperparameters);
            options = options with { Trials = population.Trials };
        }
        SpaceValues.Check(space, model.Name, hyperparameters, settings);
        var definition = new StudyDefinition { Name = options.Study ?? $"{model.Name}-{method.Name}", Space = space, Sampler = population?.Sampler() ?? method.Sampler };
        var repeats = TrialRepeat.Of(workspace, data, options);
        return new SearchPlan(options, model, data, Complete(Sought(definition, method, options, repeats.Count)), settings) { Method = method.Name, Repeats = repeats };

        StudyDefinition Complete(StudyDefinition definition) => definition with
        {
            ModelName = model.Name,
            ModelHash = model.Hash,
            DataName = data.Name,
            DataFingerprint = data.Fingerprint,
            OptionsJson = IdentityOf(options, population),
            Describe = row => Described(row, model, settings),
        };
    }

    private static void Require(int number, int least, string option)
    {
        if (number < least) throw new LabException(FormattableString.Invariant($"{option}: expected at least {least}, got {number}."));
    }

    private static StudyDefinition Sought(StudyDefinition definition, SearchMethod method, SearchOptions options, int repeats)
    {
        var objectives = SearchObjectives.Of(options);
        var pruner = PrunerChoice.Of(method, options);
        if (pruner is not null && objectives.Count > 1)
            throw new LabException($"A pruner ends trials by one metric, and {objectives.Count} are sought ({options.Metric}). Add --pruner none, or seek one with a --limit for the other.");
        return definition with
        {
            Metric = objectives[0].Metric,
            Goal = objectives[0].Goal,
            FurtherObjectives = [.. objectives.Skip(1)],
            Limits = [.. SearchObjectives.LimitsOf(options)],
            Pruner = pruner,
            // What a pruner looks at after each step: the epochs of the one training, or the trainings.
            MaxSteps = pruner is null ? null : repeats > 0 ? repeats : options.Train.Epochs,
            Seed = options.Seed,
            Trials = options.Trials,
            MaxFailures = options.MaxFailures,
            Retries = options.Retries,
        };
    }

    // How often a trial is trained is part of what its value means.
    private static string IdentityOf(SearchOptions options, PopulationPlan? population)
    {
        var identity = JsonSerializer.SerializeToNode(options.Train, LabJson.Default.TrainOptions)!.AsObject();
        if (options.Seeds > 1) identity["seeds"] = options.Seeds;
        if (options.Folds) identity["folds"] = true;
        population?.Identify(identity);
        return identity.ToJsonString();
    }

    private static RunRecord Described(RunRecord row, ModelDefinition model, TrialSettings settings) => row with
    {
        ModelSource = model.Source,
        OptionsJson = JsonSerializer.Serialize(settings.Of(row).Options, LabJson.Default.TrainOptions),
        VersionsJson = Versions.Json,
    };

    private static Space Parse(string text)
    {
        try
        {
            return Space.Parse(text);
        }
        catch (SpaceSyntaxException problem)
        {
            throw new LabException(problem.Message, problem);
        }
    }

    // The model with its defaults tells what it asks for, and whether it is judged by losses of its own.
    private static (IReadOnlyCollection<Hyperparameter> Hyperparameters, bool HasOwnLosses) Probe(ModelDefinition model, DataSet data)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var built = ModelBuilder.Build(model, TaskShape.Of(data));
        return (built.Hyperparameters, built.Module is IOwnLosses);
    }

    private static LabException UnknownMethod(string name) =>
        new($"There is no way to search called '{name}'. {Suggestions.Hint(name, [.. SearchMethods.Names])}");
}
