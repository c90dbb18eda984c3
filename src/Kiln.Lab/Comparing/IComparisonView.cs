namespace Kiln;

/// <summary>Shows a comparison while its missing runs are trained. Called on the flow that awaits it.</summary>
public interface IComparisonView
{
    /// <summary>Something is new. Called often: the view decides when to redraw.</summary>
    void Show(ComparisonProgress progress);

    /// <summary>All runs are there; the result follows as the value of the command.</summary>
    void Finish(ComparisonProgress progress);
}
