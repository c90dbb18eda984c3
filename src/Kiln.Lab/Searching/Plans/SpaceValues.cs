using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Refuses a space with values that no trial could be trained with, before a search has begun: else each of its trials would fail by itself.</summary>
internal sealed class SpaceValues
{
    // Others than the one looked at may make a value meaningless (momentum with adam): so many points have a word in it.
    private const int Draws = 64;

    private readonly Space _space;
    private readonly TrialSettings _settings;
    private readonly List<IReadOnlyDictionary<string, ParameterValue>> _points;

    private SpaceValues(Space space, TrialSettings settings)
    {
        (_space, _settings) = (space, settings);
        var sampler = new RandomSampler();
        _points = [.. Enumerable.Range(0, Draws).Select(number => sampler.Propose(new SearchState(space, 0, number))).OfType<IReadOnlyDictionary<string, ParameterValue>>()];
    }

    /// <summary>Checks all values of choices, the ends of ranges of hyperparameters and whole numbers, and the middle of other ranges.</summary>
    /// <param name="space">The space.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="hyperparameters">What the model asks for.</param>
    /// <param name="settings">How a trial's parameters become options.</param>
    /// <exception cref="LabException">Names the value, what is expected, and the remedy.</exception>
    public static void Check(Space space, string model, IReadOnlyCollection<Hyperparameter> hyperparameters, TrialSettings settings)
    {
        var values = new Lazy<SpaceValues>(() => new SpaceValues(space, settings));
        foreach (var dimension in space.Dimensions)
            if (hyperparameters.FirstOrDefault(asked => asked.Name == dimension.Name) is { } asked) CheckAsked(dimension, asked, model);
            else values.Value.CheckOption(dimension);
    }

    private static void CheckAsked(Dimension dimension, Hyperparameter asked, string model)
    {
        foreach (var value in Ends(dimension))
        {
            if (asked.Allows(value.ToString())) continue;
            var remedy = asked is { Low: { } low, High: { } high }
                ? FormattableString.Invariant($"Stay within {low}..{high}, or widen it there: hp.{asked.Kind}(\"{asked.Name}\", …).")
                : $"Leave it out, or add it there: hp.{asked.Kind}(\"{asked.Name}\", …).";
            throw new LabException($"--space {dimension.Name}={dimension.Text}: model '{model}' expects {asked.Allowed}, and {value} is none. {remedy}");
        }
    }

    private void CheckOption(Dimension dimension)
    {
        foreach (var value in dimension is FloatDimension or LogFloatDimension ? [dimension.At(0.5)] : Ends(dimension))
        {
            string? refusal = null;
            foreach (var point in _points.Where(point => point.ContainsKey(dimension.Name)))
                if ((refusal = Refusal(point, dimension.Name, value)) is null) break;
            if (refusal is not null) throw new LabException($"--space {dimension.Name}={dimension.Text}: no trial can be trained with {value}. {refusal}");
        }
    }

    private string? Refusal(IReadOnlyDictionary<string, ParameterValue> point, string name, ParameterValue value)
    {
        var parameters = point.ToDictionary(one => one.Key, one => (one.Key == name ? value : one.Value).ToString());
        try
        {
            _settings.Of(parameters).Options.Check();
            return null;
        }
        catch (FormatException)
        {
            return "It is expected to be a number.";
        }
        catch (ArgumentException problem)
        {
            return problem.Message;
        }
    }

    private static IEnumerable<ParameterValue> Ends(Dimension dimension) => dimension switch
    {
        FloatDimension range => [range.Low, range.High],
        LogFloatDimension range => [range.Low, range.High],
        IntDimension range => [range.Low, range.High],
        _ => dimension.Levels,
    };
}
