namespace Kiln.Training;

/// <summary>
/// Random numbers by SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// An own generator, because its numbers must never change with a library's version: they are part of a run's identity.
/// <c>StudyRandom</c> of Kiln.Search mixes in the same way and says why the six lines stand twice.
/// </summary>
internal sealed class NumberStream(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Uniform in 0 (included) to 1 (excluded), in steps of 2^-53.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform between two bounds.</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Mean 0, deviation 1, by the transform of Box and Muller; two uniforms each, none kept back.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>True with the given probability, 0..1.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A whole number from 0 to below the limit: the high half of a 64 x 64 bit product, uniform up to a bias of 2^-33.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
