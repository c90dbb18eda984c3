namespace Kiln.Search;

/// <summary>Random numbers as a function of where they are used, not of how many were drawn before.</summary>
/// <remarks>The mixing function is that of SplitMix64: Steele, Lea and Flood (2014), https://doi.org/10.1145/2660193.2660195. <c>NumberStream</c> of
/// Kiln.Training has it, too: neither project may reference the other and nothing lies below both, and each must keep its numbers whatever the other needs,
/// because recorded studies and runs go on with them.</remarks>
internal static class StudyRandom
{
    /// <summary>A number in [0, 1) for one dimension of one trial. Other dimensions and trials do not move it.</summary>
    public static double Unit(long studySeed, int trial, string dimension) => InUnit(Bits(studySeed, trial, dimension));

    /// <summary>A number in [0, 1) of a sequence that belongs to one purpose of one trial.</summary>
    public static double Unit(long studySeed, int trial, string purpose, int index) => InUnit(Mix(Bits(studySeed, trial, purpose) ^ (uint)index));

    /// <summary>Sixty-four bits for one purpose of one trial.</summary>
    public static ulong Bits(long studySeed, int trial, string name) => Mix(Mix(Mix((ulong)studySeed) ^ (uint)trial) ^ Hash(name));

    private static double InUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>FNV-1a: string.GetHashCode differs from process to process.</summary>
    private static ulong Hash(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name)
            hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }
}
