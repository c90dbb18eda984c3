namespace Kiln.Training;

/// <summary>Values that are in memory already.</summary>
internal sealed class VariableSource(string name, TableOptions? options, Func<TableOptions, RawExamples> read) : DataSource
{
    public override string Name => name;

    internal override RawExamples Read(ReadContext context) => read(options ?? new TableOptions());
}
