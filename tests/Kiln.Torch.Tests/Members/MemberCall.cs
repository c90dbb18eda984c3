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

    /// <summary>Calls the method. Spans cannot go through reflection, but through an expression.</summary>
    public object Invoke(ArgumentValues values)
    {
        var parameters = Method.GetParameters();
        var skip = Method.IsStatic ? 0 : 1;
        var arguments = parameters.Select((p, i) => Arguments[i + skip] is { } bound ? bound.Code(p.ParameterType, values) : Default(p));
        var instance = Method.IsStatic ? null : Arguments[0]!.Code(Method.DeclaringType!, values);
        var call = Expression.Convert(Expression.Call(instance, Method, arguments), typeof(object));
        return Expression.Lambda<Func<object>>(call).Compile(preferInterpretation: false)();
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method}";

    private static Expression Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue && parameter.DefaultValue is { } value && !parameter.ParameterType.IsByRefLike
            ? Expression.Convert(Expression.Constant(value), parameter.ParameterType)
            : Expression.Default(parameter.ParameterType);
}
