namespace Kiln.Training.Tests.Data;

/// <summary>Built-in data sets, loaded until the test is cancelled.</summary>
internal static class BuiltIn
{
    public static DataSet Load(string name, DataOptions? options = null) => DataSets.Load(name, options, TestContext.Current.CancellationToken);
}
