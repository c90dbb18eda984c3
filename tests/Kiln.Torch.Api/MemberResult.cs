using Microsoft.CodeAnalysis;

namespace Kiln.Torch.Api;

/// <summary>What the compiler says about a listed member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Reason">Why its call sites do not compile or not mean the same, or nothing.</param>
/// <param name="Symbol">What the call that passes every parameter resolves to.</param>
/// <param name="IsExact">Whether that has the listed parameter types and not only ones they convert to.</param>
public sealed record MemberResult(ApiMember Member, string? Reason, ISymbol? Symbol, bool IsExact)
{
    /// <summary>Whether a program that uses it compiles unchanged.</summary>
    public bool IsPresent => Reason is null;
}
