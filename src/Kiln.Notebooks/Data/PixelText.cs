using System.Globalization;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The range of a picture's values, in words.</summary>
internal static class PixelText
{
    /// <summary>Mean and deviation of each channel; null where examples are no pictures or nothing was measured.</summary>
    public static string? Of(DataSet data)
    {
        if (!data.IsImage || !data.Options.Normalize) return null;
        var channels = data.Scaling.Mean.Zip(data.Scaling.Deviation, (mean, spread) => string.Create(CultureInfo.InvariantCulture, $"{mean:0.###} ± {spread:0.###}")).ToList();
        string[] names = channels.Count == 3 ? ["red ", "green ", "blue "] : [.. channels.Select(_ => "")];
        return $"Pixels of the training split, 0 black to 1 white: {string.Join(", ", channels.Zip(names, (text, name) => name + text))}.";
    }
}
