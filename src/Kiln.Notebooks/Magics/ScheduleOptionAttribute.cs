using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The option that names a schedule: its help lists them as the registry has them.</summary>
internal sealed class ScheduleOptionAttribute : OptionAttribute
{
    public ScheduleOptionAttribute()
        : base($"how the rate goes: {string.Join(", ", Schedules.Forms)}; the numbers may be left out") => Value = "NAME";
}
