using System.Globalization;
using System.Runtime.InteropServices;
using static Kiln.Training.PixbufLibrary;

namespace Kiln.Training;

/// <summary>Decodes one picture to a given size.</summary>
internal static unsafe class PictureFile
{
    /// <summary>Height and width, from the head of the file; an orientation mark of a camera is not heeded.</summary>
    /// <exception cref="DataException">No picture of a known kind, too large, or gdk-pixbuf is missing.</exception>
    public static (int Height, int Width) SizeOf(string path, ImageOptions options)
    {
        RequirePicture(path, options);
        return Guarded(() =>
        {
            if (gdk_pixbuf_get_file_info(path, out int width, out int height) == 0 || width < 1 || height < 1) throw Unreadable(path, "its head is damaged");
            if ((long)width * height > options.Limit.Pixels)
            {
                throw new DataException(string.Create(CultureInfo.InvariantCulture,
                    $"Read {path}: expected at most {options.Limit.Pixels} pixels, got {width} x {height}. Make the picture smaller."));
            }
            return (height, width);
        });
    }

    /// <summary>(3, H, W) bytes, red, green and blue one after the other; what is transparent is white.</summary>
    /// <exception cref="DataException">The picture cannot be decoded.</exception>
    public static byte[] Read(string path, (int Height, int Width) size, ImageOptions options)
    {
        var (height, width) = SizeOf(path, options);
        return Guarded(() =>
        {
            // JPEG decodes to nearly the size asked for, several times as quickly as to its own.
            double scale = PictureFit.ScaleFor(options.Fit, size, (height, width));
            nint pixbuf = Decode(path, Math.Max(1, (int)Math.Ceiling(width * scale)), Math.Max(1, (int)Math.Ceiling(height * scale)));
            pixbuf = Replaced(pixbuf, gdk_pixbuf_apply_embedded_orientation(pixbuf), path);
            try
            {
                var own = (gdk_pixbuf_get_height(pixbuf), gdk_pixbuf_get_width(pixbuf));
                var (target, offset) = PictureFit.Place(options.Fit, size, own);
                if (target != own) pixbuf = Replaced(pixbuf, gdk_pixbuf_scale_simple(pixbuf, target.Width, target.Height, Bilinear), path);
                return Planes(pixbuf, size, offset);
            }
            finally
            {
                g_object_unref(pixbuf);
            }
        });
    }

    private static nint Decode(string path, int width, int height)
    {
        GError* error = null;
        nint pixbuf = gdk_pixbuf_new_from_file_at_scale(path, width, height, 0, &error);
        if (pixbuf != 0) return pixbuf;
        string reason = error is null ? "no reason given" : Marshal.PtrToStringUTF8((nint)error->Message) ?? "";
        if (error is not null) g_error_free(error);
        throw Unreadable(path, reason);
    }

    private static nint Replaced(nint old, nint made, string path)
    {
        g_object_unref(old);
        return made != 0 ? made : throw Unreadable(path, "not enough memory");
    }

    /// <summary>Copies the part that is to be seen; what lies outside the picture stays black.</summary>
    private static byte[] Planes(nint pixbuf, (int Height, int Width) size, (int Y, int X) offset)
    {
        int own = gdk_pixbuf_get_width(pixbuf), rows = gdk_pixbuf_get_height(pixbuf);
        int stride = gdk_pixbuf_get_rowstride(pixbuf), channels = gdk_pixbuf_get_n_channels(pixbuf);
        byte* pixels = gdk_pixbuf_get_pixels(pixbuf);
        int area = size.Height * size.Width;
        var planes = new byte[3 * area];
        for (int y = Math.Max(0, -offset.Y); y < size.Height && y + offset.Y < rows; y++)
        {
            for (int x = Math.Max(0, -offset.X); x < size.Width && x + offset.X < own; x++)
            {
                byte* pixel = pixels + (long)(y + offset.Y) * stride + (x + offset.X) * channels;
                int alpha = channels == 4 ? pixel[3] : 255;
                for (int c = 0; c < 3; c++) planes[c * area + y * size.Width + x] = (byte)((pixel[c] * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return planes;
    }

    /// <summary>
    /// Lets only four kinds of pictures through, by their first bytes: gdk-pixbuf would also read SVG, which may name other files,
    /// and formats whose decoders few people test.
    /// </summary>
    private static void RequirePicture(string path, ImageOptions options)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > options.Limit.Bytes)
                throw new DataException(string.Create(CultureInfo.InvariantCulture, $"Read {path}: expected at most {options.Limit.Bytes >> 20} MB, got {file.Length >> 20} MB. Make the picture smaller."));
            Span<byte> head = stackalloc byte[8];
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            bool known = head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
                || head.StartsWith("BM"u8) || head.StartsWith("GIF8"u8);
            if (!known) throw Unreadable(path, head.IsEmpty ? "the file is empty" : "it is no PNG, JPEG, BMP or GIF, whatever its name says");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw FileMessage.CannotRead(path, problem);
        }
    }

    private static DataException Unreadable(string path, string reason) =>
        new($"Read {path}: the picture cannot be decoded ({reason.TrimEnd('.')}). Replace it or delete it.");

    private static T Guarded<T>(Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new DataException("Pictures are decoded by gdk-pixbuf (libgdk_pixbuf-2.0.so.0), which is not on this machine. Install it: apt-get install libgdk-pixbuf-2.0-0", problem);
        }
    }
}
