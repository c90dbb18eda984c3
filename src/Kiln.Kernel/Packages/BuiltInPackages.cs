using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Packages that notebooks of .NET Interactive ask for and that are part of this kernel.</summary>
internal static class BuiltInPackages
{
    private const int TorchSharpMinor = 107;
    private const int FarAway = 7;

    private static readonly string[] Own = ["Kiln", "Kiln.Torch", "Kiln.TorchSharp"];
    private static readonly string[] OfDotNetInteractive = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];
    private static readonly string[] Libraries = ["libtorch-cpu", "libtorch-cpu-linux-x64", "libtorch-cpu-win-x64", "libtorch-cpu-osx-x64", "libtorch-cpu-osx-arm64"];

    /// <summary>One line for the user if the package is built in; null if it must be fetched.</summary>
    public static string? Answer(PackageRequest request)
    {
        if (Is(request, Own)) return OwnAnswer(request, KilnVersion.Text);
        if (Is(request, OfDotNetInteractive)) return $"{request.Name} is built in.";
        if (Is(request, Libraries)) return $"{request.Name} is built in: Kiln uses the system's libtorch.";
        if (Is(request, ["TorchSharp", "TorchSharp-cpu"])) return $"{request.Name} is built in.{VersionNote(request)}";
        if (request.Name.StartsWith("TorchSharp-cuda", StringComparison.OrdinalIgnoreCase)) return $"{request.Name}: Kiln's built-in TorchSharp is used; it computes on the CPU.";
        return null;
    }

    // As everywhere in NuGet, a plain version asks for that one or a later one.
    internal static string OwnAnswer(PackageRequest request, string version) => request.Allows(version)
        ? $"{request.Name} {version} is built in."
        : $"{request.Name} {version} is built in, but {request.Version} is asked for: if something is missing below, update the kernel (dotnet tool update -g Kiln.Kernel).";

    private static bool Is(PackageRequest request, string[] names) => names.Contains(request.Name, StringComparer.OrdinalIgnoreCase);

    private static string VersionNote(PackageRequest request)
    {
        var parts = request.Version.Split('.');
        if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)) return "";
        var near = parts[0] == "0" && Math.Abs(minor - TorchSharpMinor) <= FarAway;
        return near ? "" : $" Its API is that of TorchSharp 0.{TorchSharpMinor}; code written for {request.Version} may need other names.";
    }
}
