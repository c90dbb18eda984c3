namespace Kiln.Search;

/// <summary>Most of the weight on the observed word, the rest evenly on all: less, the more was observed.</summary>
internal sealed class CategoryKernel(double[] places, int categories) : IPlaceKernel
{
    private readonly double _elsewhere = 1.0 / (places.Length + 1);

    // One number serves twice: which part it falls into, and where within that part.
    public double Draw(int point, double unit) => unit < _elsewhere ? unit / _elsewhere * (1 - 1e-12) : places[point];

    public double LogDensity(int point, double at) =>
        Math.Log(_elsewhere + (Category(places[point]) == Category(at) ? (1 - _elsewhere) * categories : 0));

    private int Category(double place) => Math.Min((int)(place * categories), categories - 1);
}
