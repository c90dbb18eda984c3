namespace Kiln.Kernel;

/// <summary>Any other object: its members by name.</summary>
internal static class Objects
{
    /// <summary>The view of an object.</summary>
    public static View View(object value, ViewBuilder builder)
    {
        var shape = Shape.Of(value.GetType());
        if (shape.Members.Count == 0) return new TextView(ViewBuilder.OneLiner(value));
        // What .NET's own types refer to never ends (a process, a culture, a file's folders): only the one that is asked for is opened.
        if (shape.IsFramework && !builder.IsOutermost) return new TextView(ViewBuilder.OneLiner(value));
        return new TreeView(shape.Title, shape.IsFramework ? builder.ForeignMembers(value, ViewBuilder.MostMembers) : builder.Members(value, ViewBuilder.MostMembers))
        {
            Says = shape.SaysMore ? ViewBuilder.OneLiner(value) : null,
            Hidden = Math.Max(0, shape.Members.Count - ViewBuilder.MostMembers),
        };
    }
}
