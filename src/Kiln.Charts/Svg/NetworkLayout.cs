namespace Kiln.Charts.Svg;

/// <summary>A rectangle in CSS pixels.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Middle => X + Width / 2;

    public double Bottom => Y + Height;
}

/// <summary>A line of several parts, with an arrow at its end or not.</summary>
internal sealed record Route((double X, double Y)[] Points, bool HasArrow);

/// <summary>A text on a route: where it starts, or where its middle is if it stands upright.</summary>
internal readonly record struct RouteLabel(double X, double Y, string Text, bool Upright, double Room);

/// <summary>Where the parts of a network diagram stand.</summary>
internal sealed class NetworkLayout
{
    public const double BoxWidth = 176;
    private const double Lane = 34, Right = 16, Column = Lane + BoxWidth + Right, Margin = 10;
    private const double OneLine = 24, TwoLines = 38, Arrow = 26, Sum = 22, Branch = 8;
    private const double HighestColumn = 620;
    private const int MostColumns = 4;

    private readonly NetworkDiagram _diagram;
    private readonly double _top;
    private readonly Dictionary<int, double> _branches = [];
    private int _column;
    private double _y;
    private double _bottom;

    public NetworkLayout(NetworkDiagram diagram)
    {
        _diagram = diagram;
        _top = diagram.Title == "" ? Margin : 34;
        var whole = Enumerable.Range(0, diagram.Blocks.Length).Sum(HeightWithArrow) + Arrow + OneLine;
        var columns = Math.Clamp((int)Math.Ceiling(whole / HighestColumn), 1, MostColumns);
        Place(_top + whole / columns + Arrow);
        Size = ((int)Math.Ceiling(Math.Max((_column + 1) * Column, 240)), (int)Math.Ceiling(_bottom + Margin));
    }

    public (int Width, int Height) Size { get; }

    /// <summary>Where the input stands.</summary>
    public Box Input { get; private set; }

    public List<Box> Blocks { get; } = [];

    public List<Route> Routes { get; } = [];

    public List<RouteLabel> Labels { get; } = [];

    /// <summary>The middles of the circles in which ways are added.</summary>
    public List<(double X, double Y)> Sums { get; } = [];

    private double Left => _column * Column + Lane;

    private double Middle => Left + BoxWidth / 2;

    private void Place(double target)
    {
        _y = _top;
        Input = new Box(Left, _y, BoxWidth, OneLine - 4);
        _y = _bottom = Input.Bottom;
        for (var i = 0; i < _diagram.Blocks.Length; i++)
        {
            if (i > 0 && _y + HeightWithArrow(i) > target && !_diagram.Skips.Any(skip => skip.First < i && skip.Last >= i)) NextColumn(i);
            PlaceBlock(i);
        }
        if (_diagram.Blocks.Length > 0) EndOfNetwork();
    }

    private void PlaceBlock(int index)
    {
        var start = _y;
        foreach (var skip in Opening(index))
        {
            _y += Branch;
            _branches[_diagram.Skips.IndexOf(skip)] = _y;
        }
        _y += Arrow;
        Routes.Add(new Route([(Middle, start), (Middle, _y)], true));
        if (_y - start >= Arrow && ShapeChanges(index)) Labels.Add(new RouteLabel(Middle + 8, _y - 9, ShapeBefore(index), false, BoxWidth / 2 - 8));
        var box = new Box(Left, _y, BoxWidth, Height(index));
        Blocks.Add(box);
        _y = box.Bottom;
        foreach (var skip in Closing(index)) Add(skip);
        _bottom = Math.Max(_bottom, _y);
    }

    /// <summary>Closes a way: from its branch along the lane into a circle below the block.</summary>
    private void Add(NetworkSkip skip)
    {
        var lane = Left - 11 - 7 * Depth(skip);
        var (from, to) = (_branches[_diagram.Skips.IndexOf(skip)], _y + Sum - 7);
        Routes.Add(new Route([(Middle, _y), (Middle, to - 7)], false));
        Routes.Add(new Route([(Middle, from), (lane, from), (lane, to), (Middle - 7, to)], true));
        if (skip.Label != "") Labels.Add(new RouteLabel(lane - 3, (from + to) / 2, skip.Label, true, to - from - 8));
        Sums.Add((Middle, to));
        _y += Sum;
    }

    private void NextColumn(int index)
    {
        var (x, y) = (Middle, _y + 16);
        Labels.Add(new RouteLabel(x + 8, _y + 12, ShapeBefore(index), false, BoxWidth / 2 - 4));
        var edge = Left + BoxWidth + 8;
        _column++;
        Routes.Add(new Route([(x, _y), (x, y), (edge, y), (edge, _top), (Middle, _top)], false));
        _bottom = Math.Max(_bottom, y);
        _y = _top;
    }

    private void EndOfNetwork()
    {
        Routes.Add(new Route([(Middle, _y), (Middle, _y + Arrow - 4)], true));
        Labels.Add(new RouteLabel(Middle + 8, _y + Arrow - 10, _diagram.Blocks[^1].Shape, false, BoxWidth / 2 - 8));
        _bottom = Math.Max(_bottom, _y + Arrow);
    }

    private double HeightWithArrow(int index) => Arrow + Height(index) + Opening(index).Count() * Branch + Closing(index).Count() * Sum;

    private double Height(int index) => _diagram.Blocks[index].Detail == "" ? OneLine : TwoLines;

    // The widest way opens first and closes last.
    private IEnumerable<NetworkSkip> Opening(int index) => _diagram.Skips.Where(skip => skip.First == index).OrderByDescending(skip => skip.Last);

    private IEnumerable<NetworkSkip> Closing(int index) => _diagram.Skips.Where(skip => skip.Last == index).OrderByDescending(skip => skip.First);

    /// <summary>How many ways lie within a way.</summary>
    private int Depth(NetworkSkip skip) => Math.Min(2, _diagram.Skips.Count(other => other != skip && other.First >= skip.First && other.Last <= skip.Last));

    private string ShapeBefore(int index) => index == 0 ? _diagram.Input : _diagram.Blocks[index - 1].Shape;

    // The shape stands where it is new: the input tells its own.
    private bool ShapeChanges(int index) => index > 0 && ShapeBefore(index) != ShapeBefore(index - 1);
}
