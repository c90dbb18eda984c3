namespace Kiln.Search;

/// <summary>What stands behind the word after <c>#!search</c>: a way to choose trials and, for some, one to end them early.</summary>
/// <param name="Name">Name in commands and in the store, lower-kebab.</param>
/// <param name="Description">What it does, in one line of help.</param>
/// <param name="Sampler">Chooses the parameters.</param>
/// <param name="Pruner">Ends trials early; null where every trial goes to its end.</param>
public sealed record SearchMethod(string Name, string Description, ISampler Sampler, IPruner? Pruner = null);
