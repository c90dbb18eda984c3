using System.Globalization;

namespace Kiln.Training;

/// <summary>A generator of points: its name, its settings with their defaults, and how it makes them.</summary>
internal sealed record GeneratorKind(string Name, (string Name, double Default)[] Settings, Func<GeneratorSettings, NumberStream, RawExamples> Make)
{
    /// <summary>How it is written with its defaults: "moons(n=500, noise=0.1)".</summary>
    public string Usage => $"{Name}({string.Join(", ", Settings.Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Name}={setting.Default}")))})";
}
