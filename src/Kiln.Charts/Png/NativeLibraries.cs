using System.Runtime.InteropServices;

namespace Kiln.Charts.Png;

/// <summary>The few functions of librsvg, cairo and GObject that draw a picture; the libraries load at the first call.</summary>
internal static unsafe partial class NativeLibraries
{
    private const string Rsvg = "librsvg-2.so.2", Cairo = "libcairo.so.2", GObject = "libgobject-2.0.so.0", GLib = "libglib-2.0.so.0";

    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct RsvgRectangle(double X, double Y, double Width, double Height);

    /// <summary>The head of a GLib error: domain, code, message in UTF-8.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GError
    {
        public uint Domain;
        public int Code;
        public byte* Message;
    }

    [LibraryImport(Rsvg)]
    public static partial nint rsvg_handle_new_from_data(byte* data, nuint length, GError** error);

    [LibraryImport(Rsvg)]
    public static partial int rsvg_handle_render_document(nint handle, nint cairo, RsvgRectangle* viewport, GError** error);

    [LibraryImport(GObject)]
    public static partial void g_object_unref(nint handle);

    [LibraryImport(GLib)]
    public static partial void g_error_free(GError* error);

    [LibraryImport(Cairo)]
    public static partial nint cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Cairo)]
    public static partial int cairo_surface_status(nint surface);

    [LibraryImport(Cairo)]
    public static partial nint cairo_create(nint surface);

    [LibraryImport(Cairo)]
    public static partial void cairo_destroy(nint cairo);

    [LibraryImport(Cairo)]
    public static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Cairo)]
    public static partial int cairo_surface_write_to_png_stream(
        nint surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);
}
