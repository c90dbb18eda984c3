namespace Kiln;

/// <summary>Where training, searching and comparing show themselves while they run.</summary>
/// <remarks>Implemented by the notebook, where a cell listens, and by <see cref="SilentDisplay"/>, where nobody does.</remarks>
public interface ILabDisplay
{
    /// <summary>Cancelled when the user interrupts what is running.</summary>
    CancellationToken Interrupted { get; }

    /// <summary>A view for a run that is about to start.</summary>
    IRunView ShowRun();

    /// <summary>A view for a study that is about to start.</summary>
    IStudyView ShowStudy();

    /// <summary>A view for a comparison that has runs to train.</summary>
    IComparisonView ShowComparison();

    /// <summary>Says one line to the user, outside any view.</summary>
    void Note(string text);
}
