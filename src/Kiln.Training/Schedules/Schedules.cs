using System.Globalization;

namespace Kiln.Training;

/// <summary>The schedules that can be named in <see cref="TrainOptions.Schedule"/>.</summary>
public static class Schedules
{
    private static readonly ScheduleKind[] Kinds =
    [
        new("none", [], (_, _) => new ConstantSchedule()),
        new("step", [ScheduleNumber.Whole("epochs", null), ScheduleNumber.Factor(0.1)], (n, _) => new StepSchedule((int?)n[0], n[1]!.Value)),
        new("exponential", [ScheduleNumber.Factor(0.95)], (n, _) => new ExponentialSchedule(n[0]!.Value)),
        new("cosine", [new("lowest share", 0, value => value is >= 0 and <= 1, "0 to 1")], (n, _) => new CosineSchedule(n[0]!.Value)),
        new("onecycle", [], (_, warmup) => new OneCycleSchedule(warmup ?? 0.3)) { TakesWarmup = true },
        new("warmup-linear", [], (_, warmup) => new WarmUp(warmup ?? 0.1, new LinearDecaySchedule())) { TakesWarmup = true },
        new("plateau", [ScheduleNumber.Whole("patience", 10), ScheduleNumber.Factor(0.1)], (n, _) => new PlateauSchedule((int)n[0]!.Value, n[1]!.Value)),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    /// <summary>Each as it is written with its numbers: <c>step(EPOCHS, FACTOR)</c>.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. Kinds.Select(kind => kind.Form)];

    /// <summary>The schedule that options ask for.</summary>
    /// <param name="text">A name, with numbers in parentheses where it takes some: "step(30, 0.1)".</param>
    /// <param name="warmup">Share of the steps in which the rate climbs first, 0..1; null: none, or the schedule's own.</param>
    /// <exception cref="ArgumentException">There is no such schedule, or its numbers are wrong; the message says what to write.</exception>
    internal static Schedule Find(string text, double? warmup)
    {
        string name = text.Split('(')[0].Trim();
        ScheduleKind kind = Array.Find(Kinds, kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no schedule '{name}'. {Suggestions.Hint(name, Names)}");
        Schedule schedule = kind.Make(kind.Read(text, NumbersOf(text, kind)), warmup);
        return warmup is > 0 && !kind.TakesWarmup ? new WarmUp(warmup.Value, schedule) : schedule;
    }

    private static string[] NumbersOf(string text, ScheduleKind kind)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return [];
        string rest = text[(open + 1)..].TrimEnd();
        if (!rest.EndsWith(')')) throw kind.Wrong(text);
        return rest[..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>One line of the registry.</summary>
internal sealed record ScheduleKind(string Name, ScheduleNumber[] Numbers, Func<double?[], double?, Schedule> Make)
{
    /// <summary>Whether a warm-up is part of it; others get one put in front.</summary>
    public bool TakesWarmup { get; init; }

    /// <summary>How it is written with its numbers.</summary>
    public string Form => Numbers.Length == 0 ? Name : $"{Name}({string.Join(", ", Numbers.Select(number => number.Name.ToUpperInvariant()))})";

    public double?[] Read(string text, string[] given)
    {
        if (given.Length > Numbers.Length) throw Wrong(text);
        var values = new double?[Numbers.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Numbers[i].Default;
            if (i >= given.Length) continue;
            if (!double.TryParse(given[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !Numbers[i].Holds(value)) throw Wrong(text);
            values[i] = value;
        }
        return values;
    }

    public ArgumentException Wrong(string text)
    {
        string ranges = Numbers.Length == 0 ? "" : $" with {string.Join(", ", Numbers.Select(number => $"{number.Name} {number.Range}"))}";
        return new ArgumentException($"Schedule: expected {Form}{ranges}, got '{text}'.");
    }
}

/// <summary>A number in the parentheses of a schedule.</summary>
internal sealed record ScheduleNumber(string Name, double? Default, Func<double, bool> Holds, string Range)
{
    public static ScheduleNumber Whole(string name, double? @default) => new(name, @default, value => value >= 1 && double.IsInteger(value), "a whole number from 1 on");

    public static ScheduleNumber Factor(double @default) => new("factor", @default, value => value is > 0 and <= 1, "above 0, at most 1");
}
