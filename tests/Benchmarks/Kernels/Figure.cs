namespace Benchmarks;

/// <summary>A number measured of a kernel.</summary>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="Most">The largest value of Kiln that is wanted; none where the peer alone sets the bound or there is none.</param>
/// <param name="MostOfPeer">The largest ratio to the peer that is wanted.</param>
internal sealed record Figure(string Title, double? Most = null, double? MostOfPeer = null)
{
    public static readonly Figure KernelInfo = new("kernel_info, ms from the start", MostOfPeer: 0.7);
    public static readonly Figure KernelInfoProcessor = new("  processor time until then, ms");
    public static readonly Figure FirstResult = new("first result, ms from the start", MostOfPeer: 1);
    public static readonly Figure FirstResultProcessor = new("  processor time until then, ms");
    public static readonly Figure AfterIdle = new("first cell after 4 s, ms", Most: 60);
    public static readonly Figure SecondCell = new("  the cell after it, ms");
    public static readonly Figure WarmCell = new("warm cell, ms", Most: 20);
    public static readonly Figure WarmCellProcessor = new("  processor time of it, ms");
    public static readonly Figure Completion = new("completion, ms", Most: 60);
    public static readonly Figure DisplayUpdate = new("display update, ms", Most: 3);
    public static readonly Figure Lost = new("lost of 10,000 messages", Most: 0);
    public static readonly Figure Growth = new("500 cells, managed MB", Most: 60);
    public static readonly Figure ResidentGrowth = new("  resident MB");
    public static readonly Figure LateCells = new("cell 500 to cell 5, times as long", Most: 1.05);
    public static readonly Figure DotProduct = new("dot product, times as long", Most: 1.3);
    public static readonly Figure DotProductAtTopLevel = new("  at the top level of a cell", Most: 1.3);
    public static readonly Figure DotProductByWhile = new("  by a while loop");

    public static readonly IReadOnlyList<Figure> All =
    [
        KernelInfo, KernelInfoProcessor, FirstResult, FirstResultProcessor, AfterIdle, SecondCell, WarmCell, WarmCellProcessor,
        Completion, DisplayUpdate, Lost, Growth, ResidentGrowth, LateCells, DotProduct, DotProductAtTopLevel, DotProductByWhile,
    ];
}
