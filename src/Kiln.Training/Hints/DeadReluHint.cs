namespace Kiln.Training;

/// <summary>Most units of a ReLU layer give 0 for every example: no gradient reaches them any more.</summary>
/// <remarks>Source: Lu et al. 2019, "Dying ReLU and Initialization". Some dead units are normal, for example over pixels that are always black.</remarks>
internal static class DeadReluHint
{
    private const double Most = 0.8;
    private const int FewestUnits = 4;

    public static string? Of(HintContext context)
    {
        if (context.Findings is not { DeadLayer: { } layer, Units: >= FewestUnits } found || found.DeadUnits < Most * found.Units) return null;
        return FormattableString.Invariant($"Dead units: {found.DeadUnits} of {found.Units} units of {layer} give 0 for every example, so they no longer learn. ")
            + FormattableString.Invariant($"Lower the rate (--lr {context.Options.Lr / 10:G3}), put BatchNorm before the activation, or use LeakyReLU or GELU.");
    }
}
