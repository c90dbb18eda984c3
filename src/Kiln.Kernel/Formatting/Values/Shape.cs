using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kiln.Kernel;

/// <summary>What there is to show of a type, found once.</summary>
internal sealed class Shape
{
    // Weak, so that types of assemblies that are unloaded can go.
    private static readonly ConditionalWeakTable<Type, Shape> Known = [];

    private Shape(Type type)
    {
        Title = TypeNames.Short(type);
        Members = Member.Of(type);
        IsFramework = TypeNames.IsFramework(type);
        SaysMore = Declares(type, nameof(ToString)) && !TypeNames.IsAnonymous(type) && type.GetMethod("<Clone>$") is null && !IsRecordStruct(type);
        AsyncItem = Argument(type, typeof(IAsyncEnumerable<>));
        IsGrouping = Argument(type, typeof(IGrouping<,>)) is not null;
        IsDictionary = typeof(IDictionary).IsAssignableFrom(type) || (IsGenericDictionary(type) && Argument(type, typeof(IReadOnlyList<>)) is null);
    }

    /// <summary>Its name; empty for an anonymous type.</summary>
    public string Title { get; }

    /// <summary>What is shown of its objects.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Whether it comes with .NET.</summary>
    public bool IsFramework { get; }

    /// <summary>Whether somebody wrote a <c>ToString</c> for it; the one of a record says no more than its members.</summary>
    public bool SaysMore { get; }

    /// <summary>What it gives one after another in time; null for nothing.</summary>
    public Type? AsyncItem { get; }

    /// <summary>Whether it is a group of a <c>GroupBy</c>.</summary>
    public bool IsGrouping { get; }

    /// <summary>Whether its items are values under keys.</summary>
    public bool IsDictionary { get; }

    /// <summary>The shape of a type.</summary>
    public static Shape Of(Type type) => Known.GetValue(type, static type => new Shape(type));

    private static bool Declares(Type type, string method) =>
        type.GetMethod(method, Type.EmptyTypes)?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType);

    // A record struct has no clone method, but its printer is the compiler's, too.
    private static bool IsRecordStruct(Type type) =>
        type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is { } printer
        && printer.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    // The groups of a match are found by name, too, but are first of all a list.
    private static bool IsGenericDictionary(Type type) => Argument(type, typeof(IReadOnlyDictionary<,>)) is not null || Argument(type, typeof(IDictionary<,>)) is not null;

    private static Type? Argument(Type type, Type generic)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == generic) return type.GetGenericArguments()[0];
        var found = Array.Find(type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);
        return found?.GetGenericArguments()[0];
    }
}
