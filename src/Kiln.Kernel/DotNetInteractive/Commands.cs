namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Stands for .NET Interactive's commands, so that <c>using</c> of their namespace compiles; Kiln has no kernel to send one to.</summary>
public abstract class KernelCommand;
