namespace Kiln.Torch.Api;

/// <summary>One line of C# that uses a listed member as a program written for TorchSharp would.</summary>
/// <param name="Member">The member it uses.</param>
/// <param name="Name">The name of the method or class that the line declares.</param>
/// <param name="Code">The line.</param>
/// <param name="TakesAll">Whether it passes every parameter, so that it tells the overload.</param>
internal sealed record CallSite(ApiMember Member, string Name, string Code, bool TakesAll);
