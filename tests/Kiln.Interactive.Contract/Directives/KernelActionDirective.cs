namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>A magic.</summary>
public abstract class KernelDirective(string name)
{
    public string Name { get; init; } = name.StartsWith('#') ? name : throw new ArgumentException("Directive names must start with #.");

    public string Description { get; set; } = "";
}

/// <summary>A magic that does something.</summary>
public class KernelActionDirective : KernelDirective
{
    private readonly NamedSymbols<KernelDirectiveParameter> _parameters = new(
        parameter => parameter.Name,
        (adding, existing) =>
        {
            if (adding.AllowImplicitName && existing.Any(other => other.AllowImplicitName))
                throw new ArgumentException("Only one parameter on a directive can have AllowImplicitName set to true.");
        });

    public KernelActionDirective(string name) : base(name) { }

    public ICollection<KernelDirectiveParameter> Parameters => _parameters;

    internal KernelDirectiveParameter? Find(string name) => _parameters.Find(name);
}

/// <summary>A parameter of a magic.</summary>
public class KernelDirectiveParameter(string name, string? description = null)
{
    private readonly List<Func<IEnumerable<string>>> _completions = [];

    public string Name { get; } = name;

    public string Description { get; init; } = description ?? "";

    public bool AllowImplicitName { get; init; }

    public int MaxOccurrences { get; init; } = 1;

    public bool Required { get; init; }

    public string TypeHint { get; init; } = "text";

    public bool Flag { get; set; }

    public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> getCompletions)
    {
        _completions.Add(getCompletions);
        return this;
    }

    internal IEnumerable<string> Completions() => _completions.SelectMany(completions => completions());
}
