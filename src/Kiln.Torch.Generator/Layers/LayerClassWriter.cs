using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Layers;

/// <summary>Writes the classes of layers that hold nothing but the arguments of one operator.</summary>
internal static partial class LayerClassWriter
{
    /// <summary>Appends the namespace TorchSharp.Modules.</summary>
    public static void Write(StringBuilder text, LayerTable table)
    {
        text.Append("namespace Modules\n{\n    using static torch;\n\n");
        foreach (var layer in table.Layers.Where(layer => layer.Forward is not null)) WriteClass(text, table, layer);
        text.Append("}\n\n");
    }

    private static void WriteClass(StringBuilder text, LayerTable table, Layer layer)
    {
        var parameters = layer.Parameters.Select(p => (Parameter: p, Type: new ParameterForm(p, layer, "long").ValueType)).ToList();
        text.Append($"""
                /// <summary>{layer.Summary}</summary>
                /// <remarks>{layer.Shape}.</remarks>
                /// <seealso href="{layer.Source}"/>
                public sealed partial class {layer.Name} : ParameterLessModule<Tensor, Tensor>
                {"{"}
                    internal {layer.Name}({string.Join(", ", parameters.Select(p => $"{p.Type} {p.Parameter.Name}{Default(p.Parameter)}"))}) : base(nameof({layer.Name}))
                    {"{"}

            """);
        foreach (var (parameter, _) in parameters) text.Append($"            this.{parameter.Name} = {parameter.Name};\n");
        text.Append("        }\n\n");
        foreach (var (parameter, type) in parameters)
            text.Append($"        /// <summary>{table.Describe(layer, parameter)}</summary>\n        public {type} {parameter.Name} {{ get; set; }}\n\n");
        text.Append($"        /// <inheritdoc/>\n        public override Tensor forward(Tensor input) => {Forward(layer)};\n");
        if (Listing(layer) is { Length: > 0 } listing) text.Append($"\n        private protected override string Extra => $\"{listing}\";\n");
        text.Append("    }\n\n");
    }

    private static string Default(LayerParameter parameter) => parameter switch
    {
        { HasForms: true } => "",
        { Default: { } value } => $" = {value}",
        // An overload may leave a switch out that another one asks for.
        { Type: "bool" } => " = false",
        _ => "",
    };

    private static string Forward(Layer layer)
    {
        if (!WordPattern().IsMatch(layer.Forward!)) return layer.Forward!;
        var arguments = string.Concat(layer.Parameters.Where(p => p.Name != "inplace").Select(p =>
            p.Type == "size" && !layer.AlwaysArrays ? $", [{p.Name}]" : $", {p.Name}"));
        var call = $"Ops.{layer.Forward}(input{arguments})";
        return layer.Parameters.Any(p => p.Name == "inplace") ? $"inplace ? Ops.{layer.Forward}_(input{arguments}).alias() : {call}" : call;
    }

    /// <summary>Python's text between the parentheses: a bare word stands for <c>name=value</c>, one with = before it for the value alone.</summary>
    private static string Listing(Layer layer)
    {
        var always = layer.Shows?.Contains("inplace") ?? false;
        var names = layer.Shows ?? [.. layer.Parameters.Select(p => p.Name).Where(name => name != "inplace")];
        var text = string.Join(", ", names.Where(name => name != "-").Select(name =>
            name[0] == '=' ? $"{{Text.Of({name[1..]})}}" : $"{name}={{Text.Of({name})}}"));
        if (always || layer.Parameters.All(p => p.Name != "inplace")) return text;
        return text + $"{{(inplace ? \"{(text.Length > 0 ? ", " : "")}inplace=True\" : \"\")}}";
    }

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex WordPattern();
}
