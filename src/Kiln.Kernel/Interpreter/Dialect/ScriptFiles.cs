using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>The files of <c>#load "file.csx"</c>; paths start at the notebook's folder, or at the folder of the file that loads.</summary>
internal sealed partial class ScriptFiles : SourceFileResolver
{
    private readonly CSharpCompilation? _typed;

    private ScriptFiles(CSharpCompilation? typed) : base(ImmutableArray<string>.Empty, baseDirectory: null) => _typed = typed;

    /// <summary>Files as they are.</summary>
    public static ScriptFiles AsTyped { get; } = new(typed: null);

    /// <summary>Files with checkpoints, so that an interrupt stops their loops.</summary>
    /// <param name="typed">A compilation that has loaded them as they are.</param>
    public static ScriptFiles WovenIn(CSharpCompilation typed) => new(typed);

    /// <summary>The texts of all files that code loads, directly or not; missing ones are left to the compiler, which names the line.</summary>
    public static IReadOnlyList<string> TextsOf(string code, string path)
    {
        var texts = new Dictionary<string, string>();
        Collect(code, path, texts);
        return [.. texts.Values];
    }

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var full = FullPath(path, baseFilePath);
        return File.Exists(full) ? full : null;
    }

    public override SourceText ReadText(string resolvedPath)
    {
        if (_typed?.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == resolvedPath) is { } file) return CheckpointWeaver.Weave(_typed, file).GetText();
        // Packages were restored before; the compiler does not know their lines.
        return SourceText.From(PackageLines.Without(base.ReadText(resolvedPath).ToString()), Encoding.UTF8);
    }

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static string FullPath(string path, string? baseFilePath) =>
        Path.GetFullPath(path, Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : Directory.GetCurrentDirectory());

    private static void Collect(string code, string path, Dictionary<string, string> texts)
    {
        if (!code.Contains("#load", StringComparison.Ordinal)) return;
        foreach (Match load in LoadPattern().Matches(code))
        {
            var file = FullPath(load.Groups["path"].Value, path);
            if (texts.ContainsKey(file) || !File.Exists(file)) continue;
            texts[file] = File.ReadAllText(file);
            Collect(texts[file], file, texts);
        }
    }

    [GeneratedRegex("""^[ \t]*#load[ \t]+"(?<path>[^"]+)" *""", RegexOptions.Multiline)]
    private static partial Regex LoadPattern();
}
