namespace Kiln.Search;

/// <summary>Most of the weight on the observed word, the rest evenly on all: less, the more was observed.</summary>
internal sealed class CategoryKernel(int categories, int points) : IPlaceKernel
{
    private readonly double _elsewhere = 1.0 / (points + 1);

    public double Draw(double center, double unit)
    {
        // The number is used twice: which part it falls into, and where within that part.
        if (unit < _elsewhere) return unit / _elsewhere * (1 - 1e-12);
        return center;
    }

    public double LogDensity(double center, double at) =>
        Math.Log(_elsewhere + (Category(center) == Category(at) ? (1 - _elsewhere) * categories : 0));

    private int Category(double place) => Math.Min((int)(place * categories), categories - 1);
}
