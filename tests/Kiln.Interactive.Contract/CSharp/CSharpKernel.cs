using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>C# cells as Roslyn's script submissions.</summary>
public class CSharpKernel : Kernel
{
    private readonly ScriptOptions _options;
    private ScriptState? _state;

    /// <param name="references">The assemblies that a cell may use: what <c>#r "nuget: …"</c> would have added.</param>
    public CSharpKernel(IEnumerable<MetadataReference> references) : base("csharp") =>
        _options = ScriptOptions.Default
            .WithReferences(references)
            .WithImports("System", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel");

    /// <summary>The names that the session has.</summary>
    public IEnumerable<string> VariableNames => _state?.Variables.Select(variable => variable.Name) ?? [];

    public bool TryGetValue<T>(string name, out T value)
    {
        if (_state?.GetVariable(name) is { Value: T found })
        {
            value = found;
            return true;
        }
        value = default!;
        return false;
    }

    public override Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        command.TargetKernelName = Name;
        return RootKernel.SendAsync(command, cancellationToken);
    }

    internal override async Task HandleAsync(KernelCommand command, KernelInvocationContext context)
    {
        if (command is RequestDiagnostics request) Diagnose(request, context);
        if (command is not SubmitCode submission) return;
        try
        {
            _state = _state is null
                ? await CSharpScript.RunAsync(submission.Code, _options, cancellationToken: context.CancellationToken)
                : await _state.ContinueWithAsync(submission.Code, cancellationToken: context.CancellationToken);
        }
        catch (CompilationErrorException e)
        {
            context.Fail(command, message: string.Join(Environment.NewLine, e.Diagnostics));
            return;
        }
        if (_state.ReturnValue is { } value)
            context.Publish(new ReturnValueProduced(value, command, FormattedValue.CreateManyFromObject(value)));
    }

    private void Diagnose(RequestDiagnostics request, KernelInvocationContext context)
    {
        var script = _state?.Script.ContinueWith(request.Code) ?? CSharpScript.Create(request.Code, _options);
        var errors = script.Compile().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ToList();
        if (errors.Count > 0) context.Publish(new DiagnosticsProduced(errors, request));
    }
}
