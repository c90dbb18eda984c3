using System.Diagnostics;
using System.Reflection;

namespace Kiln.Kernel;

/// <summary>A property or field that is shown, ready to be read again and again.</summary>
internal sealed class Member
{
    private readonly MethodInvoker? _property;
    private readonly FieldInfo? _field;

    private Member(string name, MethodInfo getter) => (Name, _property) = (name, MethodInvoker.Create(getter));

    private Member(FieldInfo field) => (Name, _field) = (field.Name, field);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Reads it; what its code throws comes out as it was thrown.</summary>
    public object? Read(object instance)
    {
        try
        {
            return _property is null ? _field!.GetValue(instance) : _property.Invoke(instance);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            throw inner;
        }
    }

    /// <summary>The public members of a type, those of its base first, each in the order of its declaration.</summary>
    public static Member[] Of(Type type)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        var hierarchy = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType) hierarchy.Push(level);
        foreach (var level in hierarchy)
        {
            const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
            foreach (var property in level.GetProperties(declared).OrderBy(property => property.MetadataToken))
                if (IsShown(property)) members[property.Name] = new Member(property.Name, property.GetMethod!);
            foreach (var field in level.GetFields(declared).OrderBy(field => field.MetadataToken))
                if (IsShown(field, field.FieldType)) members[field.Name] = new Member(field);
        }
        return [.. members.Values];
    }

    private static bool IsShown(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && IsShown(property, property.PropertyType);

    // Spans, references and pointers cannot be held in a box.
    private static bool IsShown(MemberInfo member, Type type) =>
        !type.IsByRef && !type.IsByRefLike && !type.IsPointer
        && member.GetCustomAttribute<DebuggerBrowsableAttribute>() is not { State: DebuggerBrowsableState.Never };
}
