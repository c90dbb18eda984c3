namespace Kiln.Search;

/// <summary>Most of the weight on the observed word, the rest evenly on all: less, the more was observed.</summary>
internal sealed class CategoryKernel : IPlaceKernel
{
    private const int None = -1;

    // As if so many more words had been seen, spread over all.
    private const double Unseen = 0.5;

    private readonly double[] _places;
    private readonly int[] _words;
    private readonly int _categories;
    private readonly double _elsewhere, _logSame, _logOther;

    public CategoryKernel(double[] places, int categories)
    {
        (_places, _categories) = (places, categories);
        _words = [.. places.Select(place => double.IsNaN(place) ? None : Word(place))];
        _elsewhere = Unseen / (places.Length + Unseen);
        _logOther = Math.Log(_elsewhere);
        _logSame = Math.Log(_elsewhere + (1 - _elsewhere) * categories);
    }

    // One number serves twice: which part it falls into, and where within that part.
    public double Draw(int point, double unit) =>
        _words[point] == None ? unit : unit < _elsewhere ? unit / _elsewhere * SpacePlaces.Last : _places[point];

    public void AddLogDensities(double at, Span<double> logs)
    {
        var word = Word(at);
        for (var i = 0; i < logs.Length; i++)
            if (_words[i] != None) logs[i] += _words[i] == word ? _logSame : _logOther;
    }

    private int Word(double place) => Math.Min((int)(place * _categories), _categories - 1);
}
