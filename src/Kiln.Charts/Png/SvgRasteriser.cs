using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static Kiln.Charts.Png.NativeLibraries;

namespace Kiln.Charts.Png;

/// <summary>SVG to PNG through librsvg and cairo.</summary>
internal static unsafe class SvgRasteriser
{
    private const int Argb32 = 0, Success = 0, WriteError = 11;

    /// <exception cref="PictureException">A library is missing or refuses the picture.</exception>
    public static byte[] ToPng(string svg, (int Width, int Height) size, double scale)
    {
        var (width, height) = ((int)Math.Round(size.Width * scale), (int)Math.Round(size.Height * scale));
        try
        {
            return Render(Encoding.UTF8.GetBytes(svg), Math.Max(1, width), Math.Max(1, height));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new PictureException(
                "PNG picture: expected librsvg 2.46 or newer (librsvg-2.so.2) and cairo on this machine, did not find them. " +
                "Install them: apt-get install librsvg2-2 fonts-dejavu-core", e);
        }
    }

    private static byte[] Render(byte[] svg, int width, int height)
    {
        GError* error = null;
        nint handle;
        fixed (byte* data = svg) handle = rsvg_handle_new_from_data(data, (nuint)svg.Length, &error);
        if (handle == 0) throw Refused("read", error);
        var surface = cairo_image_surface_create(Argb32, width, height);
        var cairo = cairo_create(surface);
        try
        {
            if (cairo_surface_status(surface) != Success) throw Refused($"allocate {width} x {height} pixels for", null);
            var viewport = new RsvgRectangle(0, 0, width, height);
            if (rsvg_handle_render_document(handle, cairo, &viewport, &error) == 0) throw Refused("draw", error);
            return Encoded(surface);
        }
        finally
        {
            cairo_destroy(cairo);
            cairo_surface_destroy(surface);
            g_object_unref(handle);
        }
    }

    private static byte[] Encoded(nint surface)
    {
        using var png = new MemoryStream();
        var closure = GCHandle.Alloc(png);
        try
        {
            if (cairo_surface_write_to_png_stream(surface, &Write, GCHandle.ToIntPtr(closure)) != Success)
                throw Refused("write", null);
            return png.ToArray();
        }
        finally
        {
            closure.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* data, uint length)
    {
        try
        {
            ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
            return Success;
        }
        catch (Exception)
        {
            // No exception may cross into cairo; it stops at this status and the caller reports it.
            return WriteError;
        }
    }

    private static PictureException Refused(string verb, GError* error)
    {
        var reason = error is null ? "no reason given" : Marshal.PtrToStringUTF8((nint)error->Message);
        if (error is not null) g_error_free(error);
        return new PictureException($"PNG picture: librsvg could not {verb} the SVG ({reason}). Use the SVG itself, or a smaller scale.");
    }
}
