using System.Text;

namespace Kiln.Kernel;

/// <summary>Notebooks on disk; the ending of the name says which format.</summary>
internal static class NotebookFile
{
    private const string Ending = "Give a file that ends in .ipynb, .dib, .csx or .cs.";

    // Text that is not UTF-8 must not be replaced by question marks and then written back.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFileException">There is no such file, or it is no notebook.</exception>
    public static NotebookDocument Read(string path)
    {
        var parse = Parser(path);
        return parse(Text(path));
    }

    /// <summary>Writes a notebook; the file is the old one or the new one, never a part of it.</summary>
    /// <exception cref="NotebookFileException">The file cannot be written.</exception>
    public static void Write(string path, NotebookDocument document)
    {
        var text = Extension(path) switch
        {
            ".ipynb" => IpynbWriter.Write(document),
            ".dib" => DibFile.Write(document),
            ".csx" or ".cs" => ScriptFile.Write(document),
            _ => throw UnknownEnding(path),
        };
        try
        {
            WholeFile.Write(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFileException($"{path}: cannot be written ({e.Message.TrimEnd('.')}). Choose another file, or make room and mend its permissions.");
        }
    }

    /// <summary>Whether the ending is one that Kiln reads and writes.</summary>
    public static bool IsKnown(string path) => Extension(path) is ".ipynb" or ".dib" or ".csx" or ".cs";

    /// <summary>The ending in lower case, which says the format.</summary>
    public static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static Func<string, NotebookDocument> Parser(string path) => Extension(path) switch
    {
        ".ipynb" => new IpynbReader(path).Read,
        ".dib" => text => DibFile.Parse(text, path),
        ".csx" or ".cs" => ScriptFile.Parse,
        _ => throw UnknownEnding(path),
    };

    private static string Text(string path)
    {
        if (Directory.Exists(path)) throw new NotebookFileException($"{path}: this is a folder. {Ending}");
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFileException($"{path}: there is no such file. Paths start at {Directory.GetCurrentDirectory()}.");
        }
        catch (DecoderFallbackException)
        {
            throw new NotebookFileException($"{path}: the text is not UTF-8. Save it with that encoding.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFileException($"{path}: cannot be read ({e.Message.TrimEnd('.')}).");
        }
    }

    private static NotebookFileException UnknownEnding(string path) => new($"{path}: Kiln does not know notebooks of this kind. {Ending}");
}
