namespace Kiln;

/// <summary>Shows one study while it searches. Called on the flow that awaits the study.</summary>
public interface IStudyView
{
    /// <summary>Something is new. Called often: the view decides when to redraw.</summary>
    void Show(StudyProgress progress);

    /// <summary>The study has ended: draw the final, static result.</summary>
    void Finish(StudyProgress progress);
}
