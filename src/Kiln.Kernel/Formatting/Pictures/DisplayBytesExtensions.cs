using Kiln.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary><c>bytes.DisplayAs("image/png")</c>: content of any kind as output of the running cell.</summary>
public static class DisplayBytesExtensions
{
    /// <summary>Shows bytes as content of a mime type.</summary>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">What it is: <c>image/png</c>, <c>application/pdf</c>.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public static DisplayedValue DisplayAs(this byte[] value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return DisplayedValue.Show(Kernel.Running(), PictureBundle.Of(value, mimeType), []);
    }
}
