namespace Kiln.Notebooks;

/// <summary>The option that names pictures of a study.</summary>
internal sealed class ChartsOptionAttribute : OptionAttribute
{
    public ChartsOptionAttribute()
        : base("pictures at the end, several with commas between")
    {
        (Registry, OneOf, Commas, Value) = (typeof(StudyCharts), "all none", true, "NAME,NAME");
        Default = $"{string.Join(',', StudyCharts.Usual)}, below the history";
    }
}
