using Kiln.Torch.Generator;

if (args is not [var schemaFile, var outputFile])
{
    Console.Error.WriteLine("usage: Kiln.Torch.Generator <operators.txt> <Ops.g.cs>");
    return 1;
}

var operators = File.ReadLines(schemaFile).Where(line => line.Length > 0).Distinct().Select(SchemaParser.Parse).ToList();
File.WriteAllText(outputFile, OpsWriter.Write(operators));
return 0;
