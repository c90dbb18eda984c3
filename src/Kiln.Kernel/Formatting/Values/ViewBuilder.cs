using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>Reads a value into a view, so far as it fits: not too deep, not too much, not for too long.</summary>
internal sealed class ViewBuilder
{
    /// <summary>Columns beyond these are counted, not shown.</summary>
    public const int MostColumns = 20;

    /// <summary>Members beyond these are counted, not shown.</summary>
    public const int MostMembers = 50;

    private const int FewestValues = 4000;
    private const int FewItems = 3;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly RegisteredFormatters _registered = new();
    private readonly List<object> _ancestors = [];
    private readonly int _mostItems = Formatter.ListExpansionLimit;
    private int _foreign;
    private int _read;

    /// <param name="time">Clock of the limit of time.</param>
    public ViewBuilder(TimeProvider time) => (_time, _start) = (time, time.GetTimestamp());

    /// <summary>How many items of a sequence are shown: the registry's setting, which users change.</summary>
    public int MostItems => _foreign > 0 ? Math.Min(FewItems, _mostItems) : _mostItems;

    /// <summary>Whether the value is the one that is shown, not a part of it.</summary>
    public bool IsOutermost => _ancestors.Count <= 1;

    private static int Deepest => Formatter.RecursionLimit;

    /// <summary>The view of a value or of a part of one.</summary>
    public View Of(object? value)
    {
        if (value is null or DBNull) return TextView.Quiet(Formatter.NullString);
        return _registered.View(value, Own) ?? Own(value);
    }

    /// <summary>Our view of a value, whatever the user has registered for it; its parts follow the user.</summary>
    public View OfUnregistered(object? value) => value is null or DBNull ? Of(value) : Own(value);

    /// <summary>The view of what a piece of the user's code gives.</summary>
    public View Of(Func<object?> read)
    {
        if (IsSpent) return TextView.Quiet("…");
        try
        {
            return Of(read());
        }
        catch (Exception e) when (IsOfTheValue(e))
        {
            return TextView.Quiet($"<{e.GetType().Name}>");
        }
    }

    /// <summary>The members of an object as cells of a row; null where it is not one to be shown as a row.</summary>
    public RowCells? Row(object item)
    {
        if (_registered.Knows(item.GetType()) || Scalars.View(item) is not null || KilnValues.Know(item.GetType())) return null;
        if (_foreign > 0 && Shape.Of(item.GetType()).IsFramework) return null;
        return _ancestors.Count > Deepest || IsAncestor(item) ? null : Within(item, () => Rows.Of(item, this));
    }

    /// <summary>The first members of an object.</summary>
    public IReadOnlyList<KeyValuePair<string, View>> Members(object value, int most) =>
        [.. Shape.Of(value.GetType()).Members.Take(most).Select(member => KeyValuePair.Create(member.Name, Of(() => member.Read(value))))];

    /// <summary>The first members of an object of .NET's, whose lists are long and not what one looks for.</summary>
    public IReadOnlyList<KeyValuePair<string, View>> ForeignMembers(object value, int most)
    {
        _foreign++;
        try
        {
            return Members(value, most);
        }
        finally
        {
            _foreign--;
        }
    }

    private View Own(object value)
    {
        _read++;
        if (Scalars.View(value) is { } scalar) return scalar;
        if (KilnValues.View(value) is { } own) return own;
        if (IsAncestor(value)) return TextView.Quiet("<cycle>");
        return _ancestors.Count > Deepest || IsSpent ? TextView.Quiet(OneLiner(value)) : Within(value, () => Compound(value));
    }

    private bool IsAncestor(object value) => _ancestors.Exists(ancestor => ReferenceEquals(ancestor, value));

    // What stops a cell must not be taken for a property that throws.
    private static bool IsOfTheValue(Exception exception) => exception is not (OperationCanceledException or ThreadInterruptedException or InsufficientExecutionStackException);

    private bool IsSpent => _read > Math.Max(FewestValues, 2L * MostItems * MostColumns) || _time.GetElapsedTime(_start) > MostTime;

    private T Within<T>(object value, Func<T> read)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _ancestors.Add(value);
        try
        {
            return read();
        }
        finally
        {
            _ancestors.RemoveAt(_ancestors.Count - 1);
        }
    }

    private View Compound(object value) =>
        Special.View(value, this)
        ?? (Shape.Of(value.GetType()).IsDictionary ? Dictionaries.View((IEnumerable)value, this) : null)
        ?? (value is IEnumerable items ? Sequences.View(items, this) : Objects.View(value, this));

    /// <summary>A value in words, without looking into it.</summary>
    public static string OneLiner(object value)
    {
        var shape = Shape.Of(value.GetType());
        var title = shape.Title.Length > 0 ? shape.Title : "{ … }";
        if (!shape.SaysMore) return value is ICollection items ? string.Create(CultureInfo.InvariantCulture, $"{title} ({items.Count:#,0} items)") : title;
        try
        {
            return value.ToString() ?? title;
        }
        catch (Exception e) when (IsOfTheValue(e))
        {
            return $"<{e.GetType().Name}>";
        }
    }
}
