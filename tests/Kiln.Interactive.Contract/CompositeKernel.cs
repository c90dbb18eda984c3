using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Parsing;

namespace Microsoft.DotNet.Interactive;

/// <summary>The root of a notebook's kernels.</summary>
public sealed class CompositeKernel() : Kernel(".NET")
{
    private readonly List<Kernel> _children = [];

    public string DefaultKernelName => _children[0].Name;

    public void Add(Kernel kernel)
    {
        kernel.ParentKernel = this;
        _children.Add(kernel);
    }

    /// <summary>What completion proposes as the value of a parameter.</summary>
    public IEnumerable<string> Completions(string directive, string parameter) =>
        Directive(directive)?.Find(parameter)?.Completions() ?? [];

    /// <summary>The names that completion proposes after a directive's name.</summary>
    public IEnumerable<string> ParameterNames(string directive) => Directive(directive)?.Parameters.Select(parameter => parameter.Name) ?? [];

    /// <summary>The directives that completion proposes.</summary>
    public IEnumerable<string> DirectiveNames => Directives.Select(directive => directive.Name);

    public override async Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        var context = KernelInvocationContext.Establish(command, this, cancellationToken);
        if (command == context.Command) return await RunCell(command, context);
        var before = context.Events.Count;
        context.Nest(command);
        foreach (var piece in Pieces(command)) await InvokeAsync(piece, context);
        var own = context.Events.Skip(before).ToList();
        if (own.LastOrDefault() is not CommandFailed) own.Add(new CommandSucceeded(command));
        return new KernelCommandResult(command, own);
    }

    internal Kernel? FindChild(string name) => _children.Find(child => child.Name == name);

    internal override Task HandleAsync(KernelCommand command, KernelInvocationContext context)
    {
        switch (command)
        {
            case RefusedSubmission refused:
                context.Fail(refused, message: refused.Message);
                return Task.CompletedTask;
            case DirectiveCommand directive:
                context.HandlingKernel = this;
                return Handler(directive.Name)(directive, context);
            default:
                var kernel = FindChild(command.TargetKernelName ?? DefaultKernelName)!;
                context.HandlingKernel = kernel;
                return kernel.InvokeAsync(command, context);
        }
    }

    private async Task<KernelCommandResult> RunCell(KernelCommand command, KernelInvocationContext context)
    {
        foreach (var piece in Pieces(command))
        {
            if (context.IsFailed) break;
            await InvokeAsync(piece, context);
        }
        context.Complete();
        return new KernelCommandResult(command, context.Events);
    }

    private IReadOnlyList<KernelCommand> Pieces(KernelCommand command) => command switch
    {
        SubmitCode cell => SubmissionSplitter.Split(this, cell),
        RequestDiagnostics request => SubmissionSplitter.Split(request),
        _ => [command],
    };
}
