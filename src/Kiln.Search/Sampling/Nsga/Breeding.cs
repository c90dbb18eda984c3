namespace Kiln.Search;

/// <summary>Makes a new place of two: crossing and mutation.</summary>
/// <remarks>
/// Numbers cross by simulated binary crossover (Deb and Agrawal, 1995) and mutate by a polynomial (Deb and Goyal, 1996); words are taken
/// from either parent and mutate to any.
/// </remarks>
internal sealed class Breeding(Space space, DrawSequence draws)
{
    private const double CrossingShare = 0.9, CrossingIndex = 2, MutationIndex = 5;

    /// <summary>A number from 0 to below a count.</summary>
    public int Index(int count) => (int)(draws.Next() * count);

    /// <summary>A child of two places; what neither has is drawn.</summary>
    public double[] Child(double[] mother, double[] father)
    {
        var child = new double[mother.Length];
        var isCrossed = draws.Next() < CrossingShare;
        for (var i = 0; i < child.Length; i++)
        {
            // As many draws for every dimension, whatever becomes of them: a child depends on its parents alone.
            double which = draws.Next(), spread = draws.Next(), chance = draws.Next(), change = draws.Next();
            var (one, other) = which < 0.5 || !isCrossed ? (mother[i], father[i]) : (father[i], mother[i]);
            if (double.IsNaN(one)) one = double.IsNaN(other) ? change : other;
            var isWord = space.Dimensions[i].Categories is not null;
            var crossed = isWord || !isCrossed || double.IsNaN(other) ? one : Crossed(one, other, spread);
            var mutates = chance < 1.0 / child.Length;
            child[i] = Math.Clamp(!mutates ? crossed : isWord ? change : Mutated(crossed, change), 0, SpacePlaces.Last);
        }
        return child;
    }

    private static double Crossed(double one, double other, double unit)
    {
        var spread = unit < 0.5 ? Math.Pow(2 * unit, 1 / (CrossingIndex + 1)) : Math.Pow(1 / (2 * (1 - unit)), 1 / (CrossingIndex + 1));
        return 0.5 * ((1 + spread) * one + (1 - spread) * other);
    }

    private static double Mutated(double place, double unit) => unit < 0.5
        ? place + (Math.Pow(2 * unit, 1 / (MutationIndex + 1)) - 1) * place
        : place + (1 - Math.Pow(2 * (1 - unit), 1 / (MutationIndex + 1))) * (1 - place);
}
