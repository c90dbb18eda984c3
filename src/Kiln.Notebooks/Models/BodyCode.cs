using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Makes the C# of a <c>#!model</c> cell: one lambda that builds the module, with the body inside it.</summary>
internal static class BodyCode
{
    private static readonly IReadOnlyDictionary<string, string> Factories = LayerScope.Declare(typeof(Layers), typeof(Layer));

    /// <summary>What a body sees, on one line and without an end: the start of a sketch for completion.</summary>
    public static string Scope(string body)
    {
        var names = $"using static {LayerScope.CSharpName(typeof(Layers))}; {LayerScope.CSharpName(typeof(Hyperparameters))} hp = null; long classes = 0, outputs = 0, features = 0, vocabulary = 0; long[] inputShape = []; ";
        return names + (BodyText.IsStatements(body) ? "{ " : $"{LayerScope.CSharpName(typeof(Layer))}[] __layers = [ ");
    }

    /// <summary>An expression of type <c>Func&lt;ModelContext, ModelBody&gt;</c>; errors inside the body carry the cell's line numbers.</summary>
    public static string Lambda(MagicPart part)
    {
        var body = part.Body;
        var list = !BodyText.IsStatements(body);
        if (list) body = BodyText.WithoutFinalSemicolon(body);
        var (open, close) = !list ? ("", "") : BodyText.IsBracketed(body) ? ("return ", ";") : ("return [", "];");
        // The hp, the sizes and the factories live inside the lambda: the session gets none of these names.
        return $$"""
            #line hidden
            #pragma warning disable CS8321
            ({{LayerScope.CSharpName(typeof(Func<ModelContext, ModelBody>))}})(__context =>
            {
            var hp = __context.Hp;
            var (classes, outputs, features, vocabulary, inputShape) = (__context.Classes, __context.Outputs, __context.Features, __context.Vocabulary, __context.InputShape);
            {{FactoriesIn(body)}}
            {{LayerScope.CSharpName(typeof(ModelBody))}} __body()
            {
            {{open}}
            {{CellLine.Map(part)}}{{body}}
            #line hidden
            {{close}}
            }
            return __body();
            })
            """;
    }

    // Each declaration costs the compiler time, and a body names a handful of the factories.
    private static string FactoriesIn(string body) =>
        string.Join('\n', Factories.Where(factory => body.Contains(factory.Key, StringComparison.Ordinal)).Select(factory => factory.Value));
}
