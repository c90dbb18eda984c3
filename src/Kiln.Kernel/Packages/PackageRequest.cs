namespace Kiln.Kernel;

/// <summary>What one <c>#r "nuget: …"</c> asks for.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version or range as typed; <c>*</c> for the newest.</param>
internal sealed record PackageRequest(string Name, string Version);
