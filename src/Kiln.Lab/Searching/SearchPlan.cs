using System.Text.Json;
using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>What a search asks for, checked: the definition of its study, and how a trial's parameters become settings of a training.</summary>
internal sealed record SearchPlan(SearchOptions Options, ModelDefinition Model, DataSet Data, StudyDefinition Definition, TrialSettings Settings)
{
    /// <summary>Checks names and space.</summary>
    /// <exception cref="LabException">A name is unknown, or the space cannot be read.</exception>
    public static SearchPlan Of(string samplerName, ModelDefinition model, DataSet data, SearchOptions options)
    {
        var sampler = Samplers.Find(samplerName) ?? throw UnknownSampler(samplerName);
        var hyperparameters = HyperparametersOf(model, data);
        var space = WholeRanges.Of(Parse(options.Space), hyperparameters);
        var settings = new TrialSettings(options.Train, [.. hyperparameters.Select(hyperparameter => hyperparameter.Name)]);
        settings.Check(space.Dimensions.Select(dimension => dimension.Name), model.Name);
        return new SearchPlan(options, model, data, Complete(new StudyDefinition { Name = options.Study ?? $"{model.Name}-{sampler.Name}", Space = space, Sampler = sampler }), settings);

        StudyDefinition Complete(StudyDefinition definition) => With(definition, options) with
        {
            ModelName = model.Name,
            ModelHash = model.Hash,
            DataName = data.Name,
            DataFingerprint = data.Fingerprint,
            Describe = row => Described(row, model, settings),
        };
    }

    private static StudyDefinition With(StudyDefinition definition, SearchOptions options) => definition with
    {
        Metric = options.Metric,
        Goal = options.Maximize ? Goal.Maximize : Goal.Minimize,
        Seed = options.Seed,
        Trials = options.Trials,
        MaxFailures = options.MaxFailures,
        OptionsJson = JsonSerializer.Serialize(options.Train),
    };

    private static RunRecord Described(RunRecord row, ModelDefinition model, TrialSettings settings) => row with
    {
        ModelSource = model.Source,
        OptionsJson = JsonSerializer.Serialize(settings.Of(row.Parameters).Options with { Seed = row.Seed }),
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

    private static IReadOnlyCollection<Hyperparameter> HyperparametersOf(ModelDefinition model, DataSet data)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        return ModelBuilder.Build(model, TaskShape.Of(data)).Hyperparameters;
    }

    private static LabException UnknownSampler(string name) =>
        new($"There is no sampler '{name}'. {Suggestions.Hint(name, [.. Samplers.Names])}");
}
