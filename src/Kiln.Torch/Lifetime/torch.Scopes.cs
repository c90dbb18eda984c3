namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost open dispose scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Opens a scope that owns the tensors this thread makes until it is disposed.</summary>
    /// <returns>The scope; dispose it, best with <c>using</c>.</returns>
    /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Runs an expression in a scope of its own and keeps only the result.</summary>
    /// <param name="expr">The expression.</param>
    /// <returns>Its result (*), owned by the scope around, or by the caller if there is none.</returns>
    /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
