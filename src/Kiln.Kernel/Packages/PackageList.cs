using System.Net;
using System.Text;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The list that a cell with <c>#r "nuget: …"</c> shows, as .NET Interactive shows it.</summary>
internal static class PackageList
{
    /// <summary>While the packages are fetched.</summary>
    public static MimeBundle Installing(IEnumerable<PackageRequest> requests) =>
        Of("Installing Packages", requests.Select(request => request.Version == "*" ? request.Name : $"{request.Name}, {request.Version}"), []);

    /// <summary>When they are there.</summary>
    public static MimeBundle Installed(IEnumerable<RestoredPackage> packages, IReadOnlyList<string> remarks) =>
        Of("Installed Packages", packages.Select(package => $"{package.Name}, {package.Version}"), remarks);

    /// <summary>When they cannot be had.</summary>
    public static MimeBundle NotInstalled(IEnumerable<PackageRequest> requests) => Of("Not installed", requests.Select(request => request.Name), []);

    private static MimeBundle Of(string title, IEnumerable<string> packages, IReadOnlyList<string> remarks)
    {
        var (html, plain) = (new StringBuilder(), new StringBuilder(title));
        html.Append($"<div><strong>{title}</strong><ul>");
        foreach (var package in packages)
        {
            html.Append($"<li><span>{WebUtility.HtmlEncode(package)}</span></li>");
            plain.Append($"\n  {package}");
        }
        html.Append("</ul>");
        foreach (var remark in remarks)
        {
            html.Append($"<div>{WebUtility.HtmlEncode(remark)}</div>");
            plain.Append($"\n{remark}");
        }
        return MimeBundle.Of(html.Append("</div>").ToString(), plain.ToString());
    }
}
