using Kiln.Torch.Generator;
using Kiln.Torch.Generator.Layers;
using Kiln.Torch.Generator.Members;
using Kiln.Torch.Generator.Optimizers;

if (args is ["layers", var table, var layersFile])
{
    File.WriteAllText(layersFile, LayersFile.Write(new LayerTable(File.ReadLines(table))));
    return 0;
}
if (args is ["optimizers", var optimizersFile])
{
    File.WriteAllText(optimizersFile, OptimizerWriter.Write(OptimizerTable.Rows));
    return 0;
}

if (args is not [var schemaFile, var opsFile, var tableFolder, var memberFolder])
{
    Console.Error.WriteLine("usage: Kiln.Torch.Generator <operators.txt> <Ops.g.cs> <folder of tables> <folder for members>, or layers <layers.txt> <Layers.g.cs>, or optimizers <Optimizers.g.cs>");
    return 1;
}

try
{
    var ops = new OpsWriter(File.ReadLines(schemaFile).Where(line => line.Length > 0).Distinct().Select(SchemaParser.Parse));
    File.WriteAllText(opsFile, ops.Text);
    var errors = MemberFiles.Write(tableFolder, memberFolder, ops.Names);
    foreach (var error in errors) Console.Error.WriteLine(error);
    return errors.Count == 0 ? 0 : 1;
}
catch (TableException e)
{
    Console.Error.WriteLine(e);
    return 1;
}
