namespace Kiln.Training;

/// <summary>A file of separated values.</summary>
internal sealed class CsvSource(string path, string target, TableOptions options) : DataSource
{
    public override string Name { get; } = CsvFile.NameOf(path);

    internal override RawExamples Read(ReadContext context) =>
        TableExamples.Of(CsvFile.Read(path, target, options, context.Budget, context.Cancel), target, options, context.Budget);
}
