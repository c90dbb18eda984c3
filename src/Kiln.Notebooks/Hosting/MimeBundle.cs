using System.Collections.Immutable;

namespace Kiln.Notebooks;

/// <summary>One output in several forms: a front end shows the richest that it knows and trusts.</summary>
/// <param name="Data">Content by mime type. Pictures (<c>image/png</c>) are base64; <c>+json</c> types hold JSON text.</param>
public sealed record MimeBundle(ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>Mime type of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Mime type of the plain twin that every bundle has.</summary>
    public const string Plain = "text/plain";

    /// <summary>Mime type of a base64 PNG.</summary>
    public const string Png = "image/png";

    /// <summary>A bundle of HTML and its plain twin.</summary>
    public static MimeBundle Of(string html, string plain) =>
        new(ImmutableSortedDictionary<string, string>.Empty.Add(Html, html).Add(Plain, plain));

    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle OfText(string plain) =>
        new(ImmutableSortedDictionary<string, string>.Empty.Add(Plain, plain));

    /// <summary>This bundle with one more form.</summary>
    public MimeBundle With(string mimeType, string content) => new(Data.SetItem(mimeType, content));
}
