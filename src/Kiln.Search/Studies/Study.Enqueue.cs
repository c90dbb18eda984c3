using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

public sealed partial class Study
{
    /// <summary>Puts a point in front of what the sampler chooses, such as settings that are known to be good; it becomes the next trial that has a number.</summary>
    /// <param name="values">Values by name; parameters that are left out are drawn at random.</param>
    /// <returns>False where the same values were enqueued before, also by an earlier session: then nothing is added.</returns>
    /// <exception cref="ArgumentException">A name is none of the space, a value is outside its range, or the sampler goes through a list of its own.</exception>
    /// <exception cref="RunStoreException">The store cannot be read or written.</exception>
    public bool Enqueue(IReadOnlyDictionary<string, ParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckEnqueued(values);
        lock (_gate)
        {
            TakeInOthers();
            if (_trials.All.Any(trial => trial.IsEnqueued && values.All(value => trial.Parameters.TryGetValue(value.Key, out var known) && known == value.Value)))
                return false;
            while (true)
            {
                var number = _trials.NextNumber;
                if (_log.TryEnqueue(number, Completed(values, number)) is { } added)
                {
                    _trials.Put(added);
                    return true;
                }
                TakeInOthers();
            }
        }
    }

    /// <summary>Enqueues a point as it is written in commands.</summary>
    /// <param name="point">For example <c>lr=1e-3 width=64</c>.</param>
    /// <returns>As <see cref="Enqueue(IReadOnlyDictionary{string, ParameterValue})"/>.</returns>
    /// <inheritdoc cref="Enqueue(IReadOnlyDictionary{string, ParameterValue})" path="/exception"/>
    public bool Enqueue(string point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Enqueue(point.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Assignment).ToImmutableDictionary(pair => pair.Name, pair => pair.Value));
    }

    private (string Name, ParameterValue Value) Assignment(string word)
    {
        var at = word.IndexOf('=');
        if (at < 1) throw new ArgumentException($"Enqueued point: expected name=value, got '{word}'. Write for example \"lr=1e-3 width=64\".", nameof(word));
        var (name, text) = (word[..at], word[(at + 1)..]);
        var value = ParameterValue.Parse(text);
        // Texts that look like numbers are texts where the space says so; a whole number is a real one in a real range.
        if (Find(name) is { } dimension && !dimension.Contains(value) && dimension.Contains(text)) value = text;
        return (name, value);
    }

    private void CheckEnqueued(IReadOnlyDictionary<string, ParameterValue> values)
    {
        if (Definition.Sampler.CountTrials(Definition.Space) is not null)
            throw new ArgumentException($"A {Definition.Sampler.Name} goes through its own points, so none can be enqueued. Widen the space, or search with random or tpe.", nameof(values));
        foreach (var (name, value) in values)
        {
            var dimension = Find(name) ?? throw new ArgumentException($"Enqueued point: '{name}' is not in the space, which has {string.Join(", ", Definition.Space.Dimensions.Select(one => one.Name))}.", nameof(values));
            if (!dimension.Contains(value)) throw new ArgumentException($"Enqueued point: {name}={value} is outside {name}={dimension.Text}. Widen the space, or choose a value inside it.", nameof(values));
        }
    }

    /// <summary>A point of the space that has the values; what they leave open is drawn, again and again until it keeps to the space's rules.</summary>
    private ImmutableDictionary<string, ParameterValue> Completed(IReadOnlyDictionary<string, ParameterValue> values, int number)
    {
        const int MostDraws = 1000;
        for (var attempt = 0; attempt < MostDraws; attempt++)
        {
            var places = Definition.Space.Dimensions.Select(dimension => values.TryGetValue(dimension.Name, out var value)
                ? Math.Min(dimension.PlaceOf(value), SpacePlaces.Last)
                : StudyRandom.Unit(Definition.Seed, number, dimension.Name, attempt)).ToArray();
            var point = Definition.Space.PointAt(places).ToImmutableDictionary();
            if (values.Keys.FirstOrDefault(name => !point.ContainsKey(name)) is { } idle)
            {
                var condition = Find(idle)!.Condition!;
                // A parent that was drawn may yet be drawn so that the value means something.
                if (!values.ContainsKey(condition.Parent)) continue;
                throw new ArgumentException($"Enqueued point: {idle} only means something where {condition.Text}. Leave it out, or change that.", nameof(values));
            }
            point = point.SetItems(values);
            if (Definition.Space.Allows(point)) return point;
        }
        throw new ArgumentException($"Enqueued point: nothing in the space completes {string.Join(" ", values.Select(value => $"{value.Key}={value.Value}"))} within its rules. Change the point, or loosen a rule.", nameof(values));
    }

    private Dimension? Find(string name) => Definition.Space.Dimensions.FirstOrDefault(dimension => dimension.Name == name);
}
