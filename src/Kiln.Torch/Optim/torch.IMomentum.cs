namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>A group of parameters, or an optimizer, whose step has a momentum that schedules may cycle.</summary>
        public interface IMomentum
        {
            /// <summary>The factor of the running gradient.</summary>
            double Momentum { get; set; }
        }

        /// <summary>A group of parameters, or an optimizer, whose step has two betas; schedules may cycle the first.</summary>
        public interface IBetas
        {
            /// <summary>The decays of the running means of gradients and of squared gradients.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
