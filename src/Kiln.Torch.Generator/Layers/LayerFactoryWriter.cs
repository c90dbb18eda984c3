using System.Text;

namespace Kiln.Torch.Generator.Layers;

/// <summary>Writes the factories of torch.nn: a method for each overload of a layer and each form its sizes may take.</summary>
internal static class LayerFactoryWriter
{
    /// <summary>Appends the members of <c>torch.nn</c>.</summary>
    public static void Write(StringBuilder text, LayerTable table)
    {
        text.Append("public static partial class torch\n{\n    public static partial class nn\n    {\n");
        foreach (var layer in table.Layers)
            foreach (var list in layer.Overloads)
                foreach (var form in layer.FormsOf(list))
                    WriteMethod(text, table, layer, list, form);
        text.Append("    }\n}\n");
    }

    private static void WriteMethod(StringBuilder text, LayerTable table, Layer layer, IReadOnlyList<LayerParameter> list, string form)
    {
        var forms = list.Select(p => new ParameterForm(p, layer, form)).ToList();
        const string Indent = "        ";
        text.Append($"{Indent}/// <summary>{layer.Summary}</summary>\n");
        foreach (var parameter in list) text.Append($"{Indent}/// <param name=\"{parameter.Name}\">{table.Describe(layer, parameter)}</param>\n");
        text.Append($"{Indent}/// <returns>The layer: {layer.Shape}.</returns>\n");
        if (layer.Throws is not null) text.Append($"{Indent}/// <exception cref=\"ArgumentException\">{layer.Throws}</exception>\n");
        text.Append($"{Indent}/// <seealso href=\"{layer.Source}\"/>\n");
        var type = layer.Name.Split('_')[0];
        text.Append($"{Indent}public static {type} {layer.Name}({string.Join(", ", forms.Select(f => f.Declaration))})\n{Indent}{{\n");
        foreach (var line in forms.Select(f => f.Preparation).Where(line => line.Length > 0)) text.Append($"{Indent}    {line}\n");
        text.Append($"{Indent}    return new({Arguments(layer, list, forms)});\n{Indent}}}\n\n");
    }

    private static string Arguments(Layer layer, IReadOnlyList<LayerParameter> list, List<ParameterForm> forms)
    {
        if (layer.Options is null) return string.Join(", ", list.Zip(forms, (p, f) => $"{p.Name}: {f.Local}"));
        return $"new {layer.Options} {{ {string.Join(", ", list.Zip(forms, (p, f) => $"{p.OptionName} = {f.Local}"))} }}";
    }
}
