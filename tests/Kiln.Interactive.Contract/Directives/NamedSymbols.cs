using System.Collections.ObjectModel;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>Things with names, each name once.</summary>
internal sealed class NamedSymbols<T>(Func<T, string> name, Action<T, IEnumerable<T>> check) : Collection<T>
{
    protected override void InsertItem(int index, T item)
    {
        if (this.Any(other => name(other) == name(item))) throw new ArgumentException($"There already is one named '{name(item)}'.");
        check(item, this);
        base.InsertItem(index, item);
    }

    public T? Find(string wanted) => this.FirstOrDefault(item => name(item) == wanted);
}
