namespace Kiln.Search;

/// <summary>How much a hyperparameter matters.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Share">A share in 0..1; what of, the method says.</param>
public sealed record ParameterImportance(string Name, double Share);
