namespace Kiln.Training;

/// <summary>Points drawn at random; the same seed always draws the same.</summary>
internal sealed class SyntheticSource(GeneratorKind kind, GeneratorSettings settings) : DataSource
{
    public override string Name => kind.Name;

    internal override RawExamples Read(ReadContext context) => kind.Make(settings, new NumberStream(Seeds.Derive(context.Seed, "points", 0)));
}
