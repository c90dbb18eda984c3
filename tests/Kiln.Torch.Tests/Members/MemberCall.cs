using System.Linq.Expressions;
using System.Reflection;

namespace Kiln.Torch.Tests.Members;

/// <summary>A method and what to call it with.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">For every parameter the argument, or null for its default; the tensor of a method comes first.</param>
internal sealed record MemberCall(MethodInfo Method, IReadOnlyList<BoundArgument?> Arguments)
{
    /// <summary>Whether the method changes its tensor.</summary>
    public bool InPlace => Method.Name.EndsWith('_');

    /// <summary>
    /// Calls the method. Spans cannot go through reflection, but through an expression; the delegate between them keeps the
    /// method from being inlined, so that it is seen to run.
    /// </summary>
    public object Invoke(ArgumentValues values)
    {
        var parameters = Method.GetParameters();
        Type[] own = Method.IsStatic ? [] : [Method.DeclaringType!];
        Type[] types = [.. own, .. parameters.Select(p => p.ParameterType)];
        var arguments = types.Select((type, i) => Arguments[i] is { } bound ? bound.Code(type, values) : Default(parameters[i - own.Length]));
        var method = Method.CreateDelegate(Expression.GetDelegateType([.. types, Method.ReturnType]));
        var call = Expression.Convert(Expression.Invoke(Expression.Constant(method), arguments), typeof(object));
        return Expression.Lambda<Func<object>>(call).Compile()();
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method}";

    private static Expression Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue && parameter.DefaultValue is { } value && !parameter.ParameterType.IsByRefLike
            ? Expression.Convert(Expression.Constant(value), parameter.ParameterType)
            : Expression.Default(parameter.ParameterType);
}
