using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The option that names augmentations: its help lists them as the registry has them.</summary>
internal sealed class AugmentOptionAttribute : OptionAttribute
{
    public AugmentOptionAttribute()
        : base($"change training examples anew in each epoch: {string.Join(", ", Augmentations.Usages.Select(usage => usage.Split(':')[0]))}") => Value = "\"A,B(N),…\"";
}
