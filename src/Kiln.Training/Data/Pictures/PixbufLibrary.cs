using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>The few functions of gdk-pixbuf and GObject that decode a picture; the libraries load at the first call.</summary>
internal static unsafe partial class PixbufLibrary
{
    private const string Pixbuf = "libgdk_pixbuf-2.0.so.0", GObject = "libgobject-2.0.so.0", GLib = "libglib-2.0.so.0";

    /// <summary>Averages when it makes a picture smaller.</summary>
    public const int Bilinear = 2;

    /// <summary>The head of a GLib error: domain, code, message in UTF-8.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GError
    {
        public uint Domain;
        public int Code;
        public byte* Message;
    }

    [LibraryImport(Pixbuf, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gdk_pixbuf_get_file_info(string path, out int width, out int height);

    [LibraryImport(Pixbuf, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gdk_pixbuf_new_from_file_at_scale(string path, int width, int height, int preserveAspectRatio, GError** error);

    [LibraryImport(Pixbuf)]
    public static partial nint gdk_pixbuf_apply_embedded_orientation(nint pixbuf);

    [LibraryImport(Pixbuf)]
    public static partial nint gdk_pixbuf_scale_simple(nint pixbuf, int width, int height, int interpolation);

    [LibraryImport(Pixbuf)]
    public static partial int gdk_pixbuf_get_width(nint pixbuf);

    [LibraryImport(Pixbuf)]
    public static partial int gdk_pixbuf_get_height(nint pixbuf);

    [LibraryImport(Pixbuf)]
    public static partial int gdk_pixbuf_get_rowstride(nint pixbuf);

    [LibraryImport(Pixbuf)]
    public static partial int gdk_pixbuf_get_n_channels(nint pixbuf);

    [LibraryImport(Pixbuf)]
    public static partial byte* gdk_pixbuf_get_pixels(nint pixbuf);

    [LibraryImport(GObject)]
    public static partial void g_object_unref(nint handle);

    [LibraryImport(GLib)]
    public static partial void g_error_free(GError* error);
}
