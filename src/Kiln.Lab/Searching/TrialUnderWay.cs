namespace Kiln;

/// <summary>A run of a study that is being trained, here or in another process.</summary>
/// <param name="Label">What it is: <c>trial 3</c>, or <c>winner</c> while the winner is retrained.</param>
/// <param name="Run">Its newest state.</param>
public sealed record TrialUnderWay(string Label, RunProgress Run);
