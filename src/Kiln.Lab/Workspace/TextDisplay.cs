namespace Kiln;

/// <summary>The display of a program without a notebook: plain lines, one for each epoch of a run, each trial of a study and each run of a comparison.</summary>
/// <param name="output">Where the lines go, the console for example.</param>
/// <example><c>LabWorkspace.Current.Display = new TextDisplay(File.CreateText("training.log"));</c></example>
public sealed class TextDisplay(TextWriter output) : ILabDisplay
{
    /// <inheritdoc/>
    public CancellationToken Interrupted => CancellationToken.None;

    /// <inheritdoc/>
    public IRunView ShowRun() => new EpochLines(output);

    /// <inheritdoc/>
    public IStudyView ShowStudy() => new StudyLines(output);

    /// <inheritdoc/>
    public IComparisonView ShowComparison() => new ComparisonLines(output);

    /// <inheritdoc/>
    public void Note(string text) => output.WriteLine($"note: {text}");
}
