namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Initialisers: each overwrites a tensor in place, without recording gradients, and returns it.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html"/>
        public static partial class init
        {
            /// <summary>Fills a tensor with zeros.</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <returns>The same tensor.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.zeros_"/>
            public static Tensor zeros_(Tensor tensor) => Without(tensor, static t => Ops.zero_(t));

            /// <summary>Fills a tensor with ones.</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <returns>The same tensor.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.ones_"/>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1.0);

            /// <summary>Fills a tensor with one value.</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <param name="val">The value.</param>
            /// <returns>The same tensor.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.constant_"/>
            public static Tensor constant_(Tensor tensor, Scalar val) => Without(tensor, t => Ops.fill_(t, val));

            /// <summary>Draws from the uniform distribution on [low, high).</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <param name="low">The lower bound.</param>
            /// <param name="high">The upper bound.</param>
            /// <param name="generator">Where the numbers come from; null takes the default generator.</param>
            /// <returns>The same tensor.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.uniform_"/>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Without(tensor, t => Ops.uniform_(t, low, high, generator));

            /// <summary>Draws from the normal distribution.</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">Where the numbers come from; null takes the default generator.</param>
            /// <returns>The same tensor.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.normal_"/>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Without(tensor, t => Ops.normal_(t, mean, std, generator));

            /// <summary>Xavier initialisation: uniform on ±gain·√(6 / (fan in + fan out)).</summary>
            /// <param name="tensor">The weight, at least two dimensions.</param>
            /// <param name="gain">The factor; see <see cref="calculate_gain"/>.</param>
            /// <returns>The same tensor.</returns>
            /// <remarks>Source: Glorot and Bengio 2010, equation 16.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.xavier_uniform_"/>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                double std = gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                double bound = Math.Sqrt(3.0) * std;
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Xavier initialisation: normal with standard deviation gain·√(2 / (fan in + fan out)).</summary>
            /// <param name="tensor">The weight, at least two dimensions.</param>
            /// <param name="gain">The factor; see <see cref="calculate_gain"/>.</param>
            /// <returns>The same tensor.</returns>
            /// <remarks>Source: Glorot and Bengio 2010, equation 12.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.xavier_normal_"/>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>Kaiming initialisation: uniform on ±gain·√(3 / fan).</summary>
            /// <param name="tensor">The weight, at least two dimensions.</param>
            /// <param name="a">The slope of the leaky rectifier that follows.</param>
            /// <param name="mode">Which fan to take.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <returns>The same tensor.</returns>
            /// <remarks>Source: He et al. 2015, equation 14.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.kaiming_uniform_"/>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Kaiming initialisation: normal with standard deviation gain / √fan.</summary>
            /// <param name="tensor">The weight, at least two dimensions.</param>
            /// <param name="a">The slope of the leaky rectifier that follows.</param>
            /// <param name="mode">Which fan to take.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <returns>The same tensor.</returns>
            /// <remarks>Source: He et al. 2015, equation 10.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.kaiming_normal_"/>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                if (tensor.numel() == 0) return 0;
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            /// <summary>The factor by which a nonlinearity asks the weights before it to be larger.</summary>
            /// <param name="nonlinearity">The nonlinearity.</param>
            /// <param name="param">The slope, for the leaky rectifier.</param>
            /// <returns>The gain.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.calculate_gain"/>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>The number of connections into and out of one unit.</summary>
            /// <param name="tensor">A weight, (out, in) or (out, in, kernel sizes…).</param>
            /// <returns>Fan in and fan out.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"CalculateFanInAndFanOut: expected at least two dimensions, got ({string.Join(", ", shape)}). Initialise a bias with zeros_ or uniform_.", nameof(tensor));
                long field = 1;
                foreach (long size in shape.AsSpan(2)) field *= size;
                return (shape[1] * field, shape[0] * field);
            }

            private static Tensor Without(Tensor tensor, Action<Tensor> fill)
            {
                using var _ = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
