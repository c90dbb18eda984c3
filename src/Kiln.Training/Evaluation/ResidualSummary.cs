namespace Kiln.Training;

/// <summary>How far predictions of one number are off: prediction minus truth, in the target's own unit.</summary>
/// <param name="Name">The number that is predicted.</param>
/// <param name="Mean">Mean residual: above 0 where the model says too much.</param>
/// <param name="Quantiles">The 5, 25, 50, 75 and 95 % quantiles of the residuals.</param>
/// <param name="Largest">The residual that is largest in size.</param>
public sealed record ResidualSummary(string Name, double Mean, (double P5, double P25, double P50, double P75, double P95) Quantiles, double Largest)
{
    /// <summary>Sums up residuals.</summary>
    /// <param name="name">The number that is predicted.</param>
    /// <param name="residuals">(N) residuals, at least one; sorted in place.</param>
    internal static ResidualSummary Of(string name, double[] residuals)
    {
        Array.Sort(residuals);
        double largest = Math.Abs(residuals[0]) > Math.Abs(residuals[^1]) ? residuals[0] : residuals[^1];
        return new ResidualSummary(name, residuals.Average(), (At(.05), At(.25), At(.5), At(.75), At(.95)), largest);

        // Linear between neighbours, as numpy's default.
        double At(double share)
        {
            double place = share * (residuals.Length - 1);
            int below = (int)place;
            double above = residuals[Math.Min(below + 1, residuals.Length - 1)];
            return residuals[below] + (place - below) * (above - residuals[below]);
        }
    }
}
