using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Makes the C# of a <c>#!model</c> cell: one lambda that builds the module, with the body inside it.</summary>
internal static class BodyCode
{
    private static readonly string Factories = LayerScope.Declare(typeof(Layers), typeof(Layer));

    /// <summary>An expression of type <c>Func&lt;ModelContext, ModelBody&gt;</c>; errors inside the body carry the cell's line numbers.</summary>
    public static string Lambda(MagicPart part)
    {
        var body = part.Body;
        var list = !BodyText.IsStatements(body);
        if (list) body = BodyText.WithoutFinalSemicolon(body);
        var (open, close) = !list ? ("", "") : BodyText.IsBracketed(body) ? ("return ", ";") : ("return [", "];");
        var lastLine = part.FirstLine + body.AsSpan().Count('\n') + 1;
        // The hp, the classes and the factories live inside the lambda: the session gets none of these names.
        return $$"""
            #pragma warning disable CS8321
            ({{LayerScope.CSharpName(typeof(Func<ModelContext, ModelBody>))}})(__context =>
            {
            var hp = __context.Hp;
            var classes = __context.Classes;
            {{Factories}}
            {{LayerScope.CSharpName(typeof(ModelBody))}} __body()
            {
            {{open}}
            {{CellLine.Map(part)}}{{body}}
            #line {{lastLine}}
            {{close}}
            }
            return __body();
            })
            """;
    }
}
