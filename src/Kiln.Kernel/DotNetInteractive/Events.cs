namespace Microsoft.DotNet.Interactive.Events;

/// <summary>Stands for .NET Interactive's events, so that <c>using</c> of their namespace compiles; Kiln publishes none.</summary>
public abstract class KernelEvent;
