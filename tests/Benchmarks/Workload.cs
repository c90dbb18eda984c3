namespace Benchmarks;

/// <summary>Work that Kiln and python3-torch both do, written as a user writes it. python_peer.py has the same by the same names.</summary>
/// <param name="Name">How it is chosen on the command line.</param>
/// <param name="Title">What the table says.</param>
/// <param name="Target">How many times as fast as Python it has to be.</param>
/// <param name="Steps">How often it is done for one measurement.</param>
internal abstract record Workload(string Name, string Title, double Target, int Steps)
{
    public static readonly Workload[] All = [.. TrainingWorkload.Networks, .. OperatorWorkload.Operators];

    /// <summary>Whether Python's optimizers have a second form for it, with operators on lists of tensors.</summary>
    public abstract bool HasForeach { get; }

    public abstract Measurement Measure();
}
