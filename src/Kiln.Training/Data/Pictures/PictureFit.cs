namespace Kiln.Training;

/// <summary>The rule by which pictures of any shape become equal in size.</summary>
internal static class PictureFit
{
    public static readonly string[] Names = ["crop", "pad", "stretch"];

    /// <summary>How far a picture may be reduced while it is decoded, whichever way a camera's orientation mark turns it.</summary>
    public static double ScaleFor(string fit, (int Height, int Width) size, (int Height, int Width) own)
    {
        double upright = Scale(fit, size, own);
        double turned = Scale(fit, size, (own.Width, own.Height));
        return Math.Min(1, Math.Max(upright, turned));
    }

    /// <summary>The size to scale to, and which of its pixels becomes the first one; negative where black comes first.</summary>
    public static ((int Height, int Width) Target, (int Y, int X) Offset) Place(string fit, (int Height, int Width) size, (int Height, int Width) own)
    {
        if (fit == "stretch") return (size, (0, 0));
        double scale = Scale(fit, size, own);
        (int Height, int Width) target = (Math.Max(1, (int)Math.Round(own.Height * scale)), Math.Max(1, (int)Math.Round(own.Width * scale)));
        return (target, (Half(target.Height - size.Height), Half(target.Width - size.Width)));
    }

    private static double Scale(string fit, (int Height, int Width) size, (int Height, int Width) own)
    {
        double high = size.Height / (double)own.Height, wide = size.Width / (double)own.Width;
        return fit == "pad" ? Math.Min(high, wide) : Math.Max(high, wide);
    }

    private static int Half(int difference) => (int)Math.Floor(difference / 2.0);
}
