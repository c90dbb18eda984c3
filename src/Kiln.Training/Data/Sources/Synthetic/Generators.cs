using System.Globalization;

namespace Kiln.Training;

/// <summary>The table of generators, after those of scikit-learn.</summary>
internal static class Generators
{
    public static IReadOnlyList<GeneratorKind> All { get; } =
    [
        new("blobs", [("n", 500), ("classes", 3), ("features", 2), ("noise", 1)], Blobs),
        new("circles", [("n", 500), ("noise", 0.05), ("factor", 0.5)], Circles),
        new("line", [("n", 200), ("slope", 2), ("intercept", 1), ("noise", 1)], Line),
        new("moons", [("n", 500), ("noise", 0.1)], Moons),
        new("spirals", [("n", 500), ("classes", 2), ("turns", 1), ("noise", 0.02)], Spirals),
    ];

    public static GeneratorKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A cloud for each class around a centre that lies anywhere between -10 and 10; noise is its deviation.</summary>
    private static RawExamples Blobs(GeneratorSettings settings, NumberStream random)
    {
        int features = settings.Whole("features"), classes = settings.Whole("classes");
        var centres = new double[classes, features];
        for (int k = 0; k < classes; k++)
            for (int f = 0; f < features; f++) centres[k, f] = random.Uniform(-10, 10);
        var values = new float[settings.Count * features];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(centres[i / features % classes, i % features] + settings["noise"] * random.Normal());
        string[] names = features == 2 ? ["x", "y"] : [.. Enumerable.Range(1, features).Select(f => string.Create(CultureInfo.InvariantCulture, $"x{f}"))];
        return Classes("blobs", values, names, classes);
    }

    /// <summary>Two half moons, each curling round an end of the other.</summary>
    private static RawExamples Moons(GeneratorSettings settings, NumberStream random) => Plane("moons", settings, 2, random, (k, share) =>
    {
        double angle = Math.PI * share;
        return k == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
    });

    /// <summary>A circle of radius 1 around one of radius factor.</summary>
    private static RawExamples Circles(GeneratorSettings settings, NumberStream random) => Plane("circles", settings, 2, random, (k, share) =>
        Polar(k == 0 ? 1 : settings["factor"], 2 * Math.PI * share));

    /// <summary>Arms that wind out from the middle.</summary>
    private static RawExamples Spirals(GeneratorSettings settings, NumberStream random)
    {
        int arms = settings.Whole("classes");
        return Plane("spirals", settings, arms, random, (k, share) => Polar(0.05 + 0.95 * share, 2 * Math.PI * (settings["turns"] * share + k / (double)arms)));
    }

    /// <summary>y = slope x + intercept + noise, for x from 0 to 10.</summary>
    private static RawExamples Line(GeneratorSettings settings, NumberStream random)
    {
        var x = new float[settings.Count];
        var y = new float[settings.Count];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)random.Uniform(0, 10);
            y[i] = (float)(settings["slope"] * x[i] + settings["intercept"] + settings["noise"] * random.Normal());
        }
        return new RawExamples { Name = "line", Shape = [1], Features = x, ColumnNames = ["x"], Targets = new NumberTargets(y, ["y"]) };
    }

    private static RawExamples Plane(
        string name, GeneratorSettings settings, int classes, NumberStream random, Func<int, double, (double X, double Y)> place)
    {
        var values = new float[2 * settings.Count];
        for (int i = 0; i < settings.Count; i++)
        {
            var (x, y) = place(i % classes, random.Uniform());
            values[2 * i] = (float)(x + settings["noise"] * random.Normal());
            values[2 * i + 1] = (float)(y + settings["noise"] * random.Normal());
        }
        return Classes(name, values, ["x", "y"], classes);
    }

    private static RawExamples Classes(string name, float[] values, string[] columns, int classes) => new()
    {
        Name = name,
        Shape = [columns.Length],
        Features = values,
        ColumnNames = columns,
        Targets = new ClassTargets([.. Enumerable.Range(0, values.Length / columns.Length).Select(i => (long)(i % classes))],
            [.. Enumerable.Range(0, classes).Select(k => k.ToString(CultureInfo.InvariantCulture))]),
    };

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));
}
