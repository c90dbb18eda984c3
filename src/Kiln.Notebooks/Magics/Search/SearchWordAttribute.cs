using Kiln.Search;

namespace Kiln.Notebooks;

/// <summary>The first word of <c>#!search</c>: a way to search, as the registry has them, or what is to be done with a study.</summary>
internal sealed class SearchWordAttribute : ArgumentAttribute
{
    public SearchWordAttribute()
        : base("METHOD", "how trials are chosen and ended, see below; or what to do with a study: " + string.Join(", ", SearchActions.Names)) =>
        OneOf = string.Join(' ', SearchMethods.Names.Concat(SearchActions.Names));
}
