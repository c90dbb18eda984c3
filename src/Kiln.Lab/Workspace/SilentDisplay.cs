namespace Kiln;

/// <summary>The display of a program in which nobody looks on: shows nothing and is never interrupted.</summary>
public sealed class SilentDisplay : ILabDisplay, IRunView, IStudyView, IComparisonView
{
    /// <summary>The one instance.</summary>
    public static SilentDisplay Instance { get; } = new();

    private SilentDisplay()
    {
    }

    /// <inheritdoc/>
    public CancellationToken Interrupted => CancellationToken.None;

    /// <inheritdoc/>
    public IRunView ShowRun() => this;

    /// <inheritdoc/>
    public IStudyView ShowStudy() => this;

    /// <inheritdoc/>
    public IComparisonView ShowComparison() => this;

    /// <inheritdoc/>
    public void Note(string text)
    {
    }

    /// <inheritdoc/>
    public void Show(RunProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Finish(RunProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Show(StudyProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Finish(StudyProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Show(ComparisonProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Finish(ComparisonProgress progress)
    {
    }
}
