namespace Benchmarks;

/// <summary>How long a step or call took, and its last result, which shows that both sides do the same work.</summary>
internal readonly record struct Measurement(double SecondsPerStep, double Result);
