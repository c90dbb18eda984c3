using System.Collections.Immutable;
using Kiln.Search;

namespace Kiln;

/// <summary>What a study searches, and by what.</summary>
public sealed record StudyFacts
{
    /// <summary>Name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the study in its store.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The way to search, such as <c>asha</c>; of a study read from the store sampler and pruner.</summary>
    public required string Method { get; init; }

    /// <summary>What is searched.</summary>
    public required Space Space { get; init; }

    /// <summary>What is sought, the metric that picks the winner first.</summary>
    public required ImmutableArray<StudyObjective> Objectives { get; init; }

    /// <summary>The metric that picks the winner.</summary>
    public string Metric => Objectives[0].Metric;

    /// <summary>Whether that metric is to be large.</summary>
    public bool Maximize => Objectives[0].Goal == Goal.Maximize;

    internal static StudyFacts Of(Study study, string model, string method) => new()
    {
        Name = study.Definition.Name,
        Id = study.Id,
        Model = model,
        Method = method,
        Space = study.Definition.Space,
        Objectives = study.Definition.Objectives,
    };
}
