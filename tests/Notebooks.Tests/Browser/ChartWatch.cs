using System.Globalization;

namespace Notebooks.Tests;

/// <summary>Counts, inside the page, how many different pictures of a chart a cell shows while it runs.</summary>
/// <param name="notebook">The page.</param>
/// <param name="cell">The place of the cell.</param>
internal sealed class ChartWatch(NotebookPage notebook, int cell)
{
    /// <summary>Begins to watch; the cell need not run yet.</summary>
    public Task StartAsync() => notebook.Page.EvaluateAsync(
        """
        place => {
          const cell = Jupyter.notebook.get_cell(place), seen = new Set();
          window.kilnSeen = window.kilnSeen || {};
          window.kilnSeen[place] = seen;
          new MutationObserver(() => {
            if (cell.input_prompt_number !== "*") return;
            for (const picture of cell.element[0].querySelectorAll(".output img[src^='data:image/svg+xml']")) seen.add(picture.src);
          }).observe(cell.element[0], { subtree: true, childList: true, attributes: true });
        }
        """, cell);

    /// <summary>Waits until at least so many different pictures were seen.</summary>
    public Task WaitForAsync(int pictures) => notebook.Page.WaitForFunctionAsync(
        string.Create(CultureInfo.InvariantCulture, $"() => window.kilnSeen[{cell}].size >= {pictures}"));

    /// <summary>How many different pictures were seen while the cell ran.</summary>
    public Task<int> CountAsync() => notebook.Page.EvaluateAsync<int>("place => window.kilnSeen[place].size", cell);
}
