using System.Runtime.InteropServices;

namespace Kiln.Training.Tests.Data;

/// <summary>Writes pictures for tests, through the library that reads them.</summary>
internal static class PictureDrawing
{
    /// <summary>A picture whose pixel (y, x) is what the function says.</summary>
    public static void Save(string path, string kind, int height, int width, Func<int, int, (byte R, byte G, byte B)> color)
    {
        nint pixbuf = gdk_pixbuf_new(0, 0, 8, width, height);
        int stride = gdk_pixbuf_get_rowstride(pixbuf);
        nint pixels = gdk_pixbuf_get_pixels(pixbuf);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                var (r, g, b) = color(y, x);
                Marshal.Copy((byte[])[r, g, b], 0, pixels + y * stride + 3 * x, 3);
            }
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Assert.NotEqual(0, gdk_pixbuf_savev(pixbuf, path, kind, 0, 0, 0));
        g_object_unref(pixbuf);
    }

    public static void Plain(string path, string kind, int height, int width, byte grey) => Save(path, kind, height, width, (_, _) => (grey, grey, grey));

    [DllImport("libgdk_pixbuf-2.0.so.0")]
    private static extern nint gdk_pixbuf_new(int colorspace, int alpha, int bits, int width, int height);

    [DllImport("libgdk_pixbuf-2.0.so.0")]
    private static extern int gdk_pixbuf_get_rowstride(nint pixbuf);

    [DllImport("libgdk_pixbuf-2.0.so.0")]
    private static extern nint gdk_pixbuf_get_pixels(nint pixbuf);

    [DllImport("libgdk_pixbuf-2.0.so.0", CharSet = CharSet.Ansi)]
    private static extern int gdk_pixbuf_savev(nint pixbuf, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string kind, nint keys, nint values, nint error);

    [DllImport("libgobject-2.0.so.0")]
    private static extern void g_object_unref(nint handle);
}
