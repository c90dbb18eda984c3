using System.Text;
using Kiln.Notebooks;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class PictureTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==");

    public static TheoryData<string, string, string> Formats => new()
    {
        { "89504E470D0A1A0A0000000D4948445200000280000001E0", "image/png", "640 x 480" },
        { "FFD8FFE000104A46494600010100000100010000FFC0001108012C0190030000", "image/jpeg", "400 x 300" },
        { "4749463839610A001400", "image/gif", "10 x 20" },
        { "524946460000000057454250565038580A0000000000000063000031000000", "image/webp", "100 x 50" },
        { "424D00000000000000000000000028000000050000000700000000000000", "image/bmp", "5 x 7" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_and_size_are_read_from_the_first_bytes(string start, string mimeType, string size)
    {
        var picture = Picture.FromBytes(Convert.FromHexString(start));
        Assert.Equal(mimeType, picture.MimeType);
        Assert.Contains(size, picture.ToString());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_ends_early_is_shown_without_a_size(string start, string mimeType, string size)
    {
        for (var length = 3; length < start.Length / 2; length++)
        {
            var picture = Picture.FromBytes(Convert.FromHexString(start)[..length], mimeType);
            Assert.Contains(mimeType, picture.ToString());
        }
        Assert.NotEmpty(size);
    }

    [Fact]
    public void A_png_is_stored_once_under_its_mime_type()
    {
        var data = ValueFormatters.Bundle(Picture.FromBytes(Png)).Data;
        Assert.Equal([MimeBundle.Png, MimeBundle.Plain], data.Keys);
        Assert.Equal(Convert.ToBase64String(Png), data[MimeBundle.Png]);
        Assert.Equal("image/png, 1 x 1, 70 bytes", data[MimeBundle.Plain]);
    }

    [Fact]
    public void A_picture_with_a_size_is_also_html()
    {
        var html = Shown.Html(Picture.FromBytes(Png, width: 50, alt: "a \"dot\""));
        Assert.StartsWith("<img alt=\"a &quot;dot&quot;\" width=\"50\"", html);
        Assert.Contains("src=\"data:image/png;base64,iVBOR", html);
    }

    [Fact]
    public void An_svg_is_an_image_in_html_so_that_untrusted_notebooks_keep_it()
    {
        var data = ValueFormatters.Bundle(Picture.FromBytes("<?xml version=\"1.0\"?><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())).Data;
        Assert.Equal([MimeBundle.Html, MimeBundle.Plain], data.Keys);
        Assert.Contains("data:image/svg+xml;base64,", data[MimeBundle.Html]);
    }

    [Fact]
    public void A_picture_in_a_table_is_seen() => Assert.Contains("<img ", Shown.Html(new[] { new { Id = 1, Face = Picture.FromBytes(Png) } }));

    [Fact]
    public void A_file_is_called_by_its_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        File.WriteAllBytes(path, Png);
        try
        {
            Assert.StartsWith(Path.GetFileName(path) + " (image/png, 1 x 1", Shown.Text(Picture.FromFile(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_no_picture_is_refused_with_what_it_is()
    {
        var error = Assert.Throws<ArgumentException>(() => Picture.FromBytes(Encoding.ASCII.GetBytes("hello world")));
        Assert.Contains("'hello world'", error.Message);
        Assert.Contains("image/", error.Message);
        Assert.Throws<ArgumentException>(() => Picture.FromBytes(Png, "text/plain"));
    }

    [Fact]
    public void Bytes_of_another_type_are_base64_under_it()
    {
        var data = PictureBundle.Of([1, 2, 3], "application/pdf").Data;
        Assert.Equal("AQID", data["application/pdf"]);
        Assert.Equal("application/pdf, 3 bytes", data[MimeBundle.Plain]);
    }
}
