using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

public delegate Task KernelPipelineContinuation(KernelCommand command, KernelInvocationContext context);

public delegate Task KernelCommandPipelineMiddleware(KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next);

public class KernelCommandResult(KernelCommand command, IReadOnlyList<KernelEvent> events)
{
    public KernelCommand Command { get; } = command;

    public IReadOnlyList<KernelEvent> Events { get; } = events;
}

/// <summary>A kernel; only the root splits cells and runs what comes of them.</summary>
public abstract class Kernel(string name)
{
    private readonly NamedSymbols<KernelActionDirective> _directives = new(directive => directive.Name, (_, _) => { });
    private readonly Dictionary<string, Func<KernelCommand, KernelInvocationContext, Task>> _handlers = [];
    private readonly List<KernelCommandPipelineMiddleware> _middlewares = [];

    public string Name { get; } = name;

    public CompositeKernel? ParentKernel { get; internal set; }

    public Kernel RootKernel => ParentKernel?.RootKernel ?? this;

    internal IEnumerable<KernelActionDirective> Directives => _directives;

    public void AddDirective(KernelActionDirective directive, Func<KernelCommand, KernelInvocationContext, Task> handler)
    {
        _directives.Add(directive);
        _handlers.Add(directive.Name, handler);
    }

    public void AddMiddleware(KernelCommandPipelineMiddleware middleware, [CallerMemberName] string? caller = null) => _middlewares.Add(middleware);

    public abstract Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default);

    /// <summary>The newest state of this helper returns another id than the one it shows.</summary>
    public static DisplayedValue display(object value, params string[] mimeTypes)
    {
        var context = KernelInvocationContext.Current!;
        context.Display(value, mimeTypes);
        return new DisplayedValue(FormattedValue.CreateManyFromObject(value, mimeTypes), context);
    }

    internal KernelActionDirective? Directive(string wanted) => _directives.Find(wanted);

    internal Func<KernelCommand, KernelInvocationContext, Task> Handler(string directive) => _handlers[directive];

    internal abstract Task HandleAsync(KernelCommand command, KernelInvocationContext context);

    internal async Task InvokeAsync(KernelCommand command, KernelInvocationContext context)
    {
        KernelPipelineContinuation all = HandleAsync;
        foreach (var middleware in Enumerable.Reverse(_middlewares))
        {
            var next = all;
            all = (c, k) => middleware(c, k, next);
        }
        try
        {
            await all(command, context);
        }
        catch (Exception failure)
        {
            context.Fail(command, failure);
        }
    }
}

public static class KernelExtensions
{
    public static Kernel? FindKernelByName(this Kernel kernel, string name) =>
        (kernel.RootKernel as CompositeKernel)?.FindChild(name) ?? (kernel.Name == name ? kernel : null);
}
