namespace Kiln;

/// <summary>Shows one run while it trains. Called on the flow that awaits the run, never on the training thread.</summary>
public interface IRunView
{
    /// <summary>Something is new. Called often (up to 25 times a second): the view decides when to redraw.</summary>
    /// <param name="progress">The newest state; it goes on changing after the call returns.</param>
    void Show(RunProgress progress);

    /// <summary>The run has ended: draw the final, static result.</summary>
    void Finish(RunProgress progress);
}
