namespace Kiln.Training;

/// <summary>Red, green and blue planes to one grey.</summary>
internal static class Colors
{
    /// <summary>Whether the three planes are equal; a JPEG of a grey picture may be off by a little.</summary>
    public static bool IsGrey(byte[] planes)
    {
        int area = planes.Length / 3;
        for (int i = 0; i < area; i++)
            if (Math.Abs(planes[i] - planes[area + i]) > 3 || Math.Abs(planes[i] - planes[2 * area + i]) > 3) return false;
        return true;
    }

    /// <summary>(H, W) luma by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B.</summary>
    public static byte[] ToGrey(byte[] planes)
    {
        int area = planes.Length / 3;
        var grey = new byte[area];
        for (int i = 0; i < area; i++) grey[i] = (byte)((299 * planes[i] + 587 * planes[area + i] + 114 * planes[2 * area + i] + 500) / 1000);
        return grey;
    }
}
