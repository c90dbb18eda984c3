namespace Kiln.Search;

/// <summary>Which bracket of Hyperband a trial belongs to.</summary>
internal readonly struct Brackets
{
    // Its multiples fill 0..1 evenly, however many are taken: https://en.wikipedia.org/wiki/Low-discrepancy_sequence#Additive_recurrence.
    private const double GoldenRatio = 0.618033988749894848;

    private readonly int _grace, _reduction, _count;
    private readonly double _shares;

    public Brackets(int grace, int reduction, int maxSteps)
    {
        (_grace, _reduction, _count) = (grace, reduction, 1);
        for (var rung = (long)grace * reduction; rung <= maxSteps; rung *= reduction) _count++;
        for (var bracket = 0; bracket < _count; bracket++) _shares += Share(bracket);
    }

    public int Of(int trial)
    {
        var place = (trial + 0.5) * GoldenRatio % 1 * _shares;
        var bracket = 0;
        while (bracket + 1 < _count && (place -= Share(bracket)) >= 0) bracket++;
        return bracket;
    }

    public int FirstRung(int bracket)
    {
        var rung = _grace;
        for (var i = 0; i < bracket; i++) rung *= _reduction;
        return rung;
    }

    // Brackets that compare early take more trials: all brackets then cost about the same.
    private double Share(int bracket)
    {
        var later = _count - 1 - bracket;
        return Math.Ceiling(_count * Math.Pow(_reduction, later) / (later + 1));
    }
}
