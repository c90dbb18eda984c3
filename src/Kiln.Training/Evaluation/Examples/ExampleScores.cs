using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>How well a model does on every single example of a split: what two models are compared by, example by example.</summary>
/// <param name="Rows">(N) rows of the data set, in the order of the split.</param>
/// <param name="Losses">(N) the task's default loss of each; smaller is better.</param>
/// <param name="AreRight">(N) whether the likeliest class is the true one; empty where answers are not classes.</param>
public sealed record ExampleScores(ImmutableArray<long> Rows, ImmutableArray<double> Losses, ImmutableArray<bool> AreRight)
{
    /// <summary>Scores a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="split">train, validation or test.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentException">The split does not exist or is empty, or no example of this task is better than another.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ExampleScores Of(TrainedModel model, string split = "test", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ExampleLosses losses = ExampleLosses.Of(model, model.Data.SplitNamed(split), cancellationToken);
        return new ExampleScores(
            [.. losses.Rows],
            [.. losses.Losses.Select(loss => (double)loss)],
            [.. losses.Answers.Zip(losses.Truths, (answer, truth) => answer == truth)]);
    }
}
