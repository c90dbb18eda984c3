using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Architecture.Tests;

/// <summary>The source generators of the SDK that builds this repository.</summary>
internal static class PlatformGenerators
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ISourceGenerator> All { get; } = Load();

    private static List<ISourceGenerator> Load()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var packs = Path.Combine(runtime.Parent!.Parent!.Parent!.FullName, "packs", "Microsoft.NETCore.App.Ref");
        var newest = new DirectoryInfo(packs).EnumerateDirectories($"{Environment.Version.Major}.*").OrderBy(folder => folder.Name).Last();
        var loader = new Loader();
        return [.. Directory.EnumerateFiles(Path.Combine(newest.FullName, "analyzers", "dotnet", "cs"), "*.dll")
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp))];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
