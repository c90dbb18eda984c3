using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The size of batches where a command does not say it.</summary>
internal static class DataBatch
{
    /// <summary>That of the data set (<c>#!data … --batch</c>), or the default of trainings.</summary>
    /// <param name="name">Name of the data set; null for the one loaded last.</param>
    public static int Of(string? name)
    {
        var loaded = LabWorkspace.Current.Data;
        var data = name is null ? loaded.Newest : loaded.TryGet(name, out var found) ? found : null;
        return (data is null ? new TrainOptions() : TrainOptions.For(data)).Batch;
    }
}
