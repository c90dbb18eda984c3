namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Which number of connections scales a Kaiming initialisation.</summary>
            public enum FanInOut
            {
                /// <summary>Connections into a unit: keeps the variance of the forward pass.</summary>
                FanIn,

                /// <summary>Connections out of a unit: keeps the variance of the backward pass.</summary>
                FanOut,
            }

            /// <summary>The nonlinearity after a layer, which decides the gain of its initialisation.</summary>
            public enum NonlinearityType
            {
                /// <summary>None; gain 1.</summary>
                Linear = 0,

                /// <summary>None, after a one-dimensional convolution; gain 1.</summary>
                Conv1D = 1,

                /// <summary>None, after a two-dimensional convolution; gain 1.</summary>
                Conv2D = 2,

                /// <summary>None, after a three-dimensional convolution; gain 1.</summary>
                Conv3D = 3,

                /// <summary>None, after a one-dimensional transposed convolution; gain 1.</summary>
                ConvTranspose1D = 4,

                /// <summary>None, after a two-dimensional transposed convolution; gain 1.</summary>
                ConvTranspose2D = 5,

                /// <summary>None, after a three-dimensional transposed convolution; gain 1.</summary>
                ConvTranspose3D = 6,

                /// <summary>Sigmoid; gain 1.</summary>
                Sigmoid = 7,

                /// <summary>Hyperbolic tangent; gain 5/3.</summary>
                Tanh = 8,

                /// <summary>Rectifier; gain √2.</summary>
                ReLU = 9,

                /// <summary>Leaky rectifier of slope a; gain √(2 / (1 + a²)).</summary>
                LeakyReLU = 10,
            }
        }
    }
}
