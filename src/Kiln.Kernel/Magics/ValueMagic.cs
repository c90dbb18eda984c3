using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of <c>#!value</c>.</summary>
internal sealed record ValueOptions
{
    [Option("name to fetch the text by", Value = "NAME")]
    public string? Name { get; init; }

    [Option("take the text from a file", Value = "FILE", Names = NameKind.File)]
    public string? FromFile { get; init; }

    [Option("take the text from the web", Value = "URL")]
    public string? FromUrl { get; init; }

    [Option("show the text as content of this type, too", Value = "TYPE")]
    public string? MimeType { get; init; }
}

/// <summary><c>#!value</c>: holds text that needs no escaping, for <c>#!share</c> and <c>#!set</c>.</summary>
internal sealed class ValueMagic : KernelMagic<ValueOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!value";

    /// <inheritdoc/>
    public override string Summary => "holds the text below it, of a file or of the web; #!share makes a variable of it";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
        ["#!value --name table\nname,age\nada,36", "#!value --name table --from-file people.csv", "#!share --from value table"];

    /// <inheritdoc/>
    protected override async Task RunAsync(ValueOptions options, MagicContext context, CellHost host)
    {
        if (options.Name is not { } name) throw new MagicException("#!value: --name is missing. For example: #!value --name table");
        var text = await TextAsync(options, context.Part.Body, host);
        host.Values.Set(name, text);
        if (options.MimeType is { } mimeType) host.Display(MimeBundle.OfText(text).With(mimeType, text));
    }

    private static async Task<string> TextAsync(ValueOptions options, string body, CellHost host)
    {
        var sources = (options.FromFile is null ? 0 : 1) + (options.FromUrl is null ? 0 : 1) + (string.IsNullOrWhiteSpace(body) ? 0 : 1);
        if (sources == 0) throw new MagicException("#!value: there is no text. Write it on the lines below, or give --from-file or --from-url.");
        if (sources > 1) throw new MagicException("#!value takes its text from one place: the lines below it, --from-file or --from-url. Put other code into a cell of its own.");
        if (options.FromFile is { } file) return await new TextFile("#!value --from-file", host.PathOf(file)).ReadAsync(host.Cell.Interrupted);
        return options.FromUrl is { } url ? await FetchAsync(url, host.Cell.Interrupted) : body;
    }

    private static async Task<string> FetchAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new MagicException($"#!value --from-url: expected an address that starts with https://, got \"{url}\". For a file use --from-file.");
        try
        {
            using var client = new HttpClient();
            return await client.GetStringAsync(address, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new MagicException($"#!value --from-url: {url} could not be read: {e.Message}", e);
        }
    }
}
