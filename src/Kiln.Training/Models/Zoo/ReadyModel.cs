namespace Kiln.Training;

/// <summary>A model that comes with Kiln.</summary>
/// <param name="Name">Lower-kebab name: "lenet".</param>
/// <param name="Summary">What it is and is for, in a few words without a full stop.</param>
/// <param name="Define">Makes the definition under a name.</param>
public sealed record ReadyModel(string Name, string Summary, Func<string, ModelDefinition> Define);
