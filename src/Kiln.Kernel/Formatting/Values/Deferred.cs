using System.Reflection;

namespace Kiln.Kernel;

/// <summary>Values that are there later, or only when asked for: shown as they stand, never waited for.</summary>
internal static class Deferred
{
    /// <summary>Whether a value is one of them.</summary>
    public static bool Is(object value) =>
        value is Task or ValueTask || IsMadeOf(value, typeof(ValueTask<>)) || IsMadeOf(value, typeof(Lazy<>)) || Shape.Of(value.GetType()).AsyncItem is not null;

    /// <summary>The view of one; null for any other value.</summary>
    public static View? View(object value, ViewBuilder builder) => value switch
    {
        Task task => OfTask(task, TaskTitle(task), builder),
        ValueTask { IsCompleted: true } task => OfTask(task.AsTask(), nameof(ValueTask), builder),
        _ when IsMadeOf(value, typeof(ValueTask<>)) => OfValueTask(value, builder),
        _ when IsMadeOf(value, typeof(Lazy<>)) => OfLazy(value, builder),
        _ when Shape.Of(value.GetType()).AsyncItem is { } item => OfStream(item),
        _ => null,
    };

    private static TreeView OfTask(Task task, string title, ViewBuilder builder)
    {
        var members = new List<KeyValuePair<string, View>> { KeyValuePair.Create<string, View>("Status", new TextView(task.Status.ToString())) };
        if (task.Exception is { } exception) members.Add(KeyValuePair.Create("Exception", builder.Of(exception.InnerException ?? exception)));
        if (task.IsCompletedSuccessfully && ResultOf(task) is { } result) members.Add(KeyValuePair.Create("Result", builder.Of(() => result.GetValue(task))));
        return new TreeView(title, members);
    }

    // An async method's task is of a class of the compiler; its result is void in disguise where the method has none.
    private static PropertyInfo? ResultOf(Task task) =>
        task.GetType().GetProperty("Result") is { PropertyType.Name: not "VoidTaskResult" } result ? result : null;

    private static string TaskTitle(Task task) => ResultOf(task) is { } result ? $"Task<{TypeNames.Short(result.PropertyType)}>" : nameof(Task);

    // Its result may be taken once only: by the user, not by us.
    private static TreeView OfValueTask(object value, ViewBuilder builder)
    {
        var type = value.GetType();
        return new TreeView(TypeNames.Short(type), [KeyValuePair.Create("IsCompleted", builder.Of(type.GetProperty("IsCompleted")!.GetValue(value)))]);
    }

    private static TreeView OfLazy(object value, ViewBuilder builder)
    {
        var type = value.GetType();
        var isCreated = (bool)type.GetProperty("IsValueCreated")!.GetValue(value)!;
        var members = new List<KeyValuePair<string, View>> { KeyValuePair.Create("IsValueCreated", builder.Of(isCreated)) };
        if (isCreated) members.Add(KeyValuePair.Create("Value", builder.Of(() => type.GetProperty("Value")!.GetValue(value))));
        return new TreeView(TypeNames.Short(type), members);
    }

    private static TextView OfStream(Type item) =>
        TextView.Quiet($"IAsyncEnumerable<{TypeNames.Short(item)}>: its items come in time. Read them with: await foreach (var item in …)");

    private static bool IsMadeOf(object value, Type generic) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == generic;
}
