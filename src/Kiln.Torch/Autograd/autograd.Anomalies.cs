namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Makes backward passes look for NaN and name the operation that made it.</summary>
        /// <param name="check_nan">Whether NaN in a gradient ends the pass.</param>
        /// <returns>What restores the mode before when it is disposed.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/autograd.html#anomaly-detection"/>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Switches the search for NaN in backward passes on or off.</summary>
        /// <param name="mode">Whether to search.</param>
        /// <param name="check_nan">Whether NaN in a gradient ends the pass.</param>
        /// <returns>What restores the mode before when it is disposed; it may be ignored.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/autograd.html#anomaly-detection"/>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
