using System.Collections.Immutable;

namespace Kiln.Kernel.Tests;

/// <summary>Frames as a broken or hostile front end sends them.</summary>
/// <param name="Kind">What is wrong with them.</param>
/// <param name="Channel">Where they are sent.</param>
/// <param name="Id">The message id, where there is one.</param>
/// <param name="Frames">From the delimiter on.</param>
/// <param name="IsGenuine">Whether they are signed with the kernel's key, for the first time.</param>
internal sealed record HostileMessage(string Kind, Channel Channel, string Id, ImmutableArray<byte[]> Frames, bool IsGenuine);
