namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A <see cref="ScriptModule"/> that takes any number of tensors.</summary>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public class ScriptModule<TResult> : ScriptModule, nn.IModule<Tensor[], TResult>
        {
            internal ScriptModule(ScriptHandle script) : base(script)
            {
            }

            /// <summary>Runs the program's <c>forward</c>.</summary>
            /// <param name="tensor">The inputs, (*) each.</param>
            /// <returns>The output; the caller disposes it.</returns>
            /// <exception cref="TorchException">The program does not take these inputs or failed.</exception>
            /// <exception cref="InvalidCastException">The output is of another type.</exception>
            public TResult call(params Tensor[] tensor) => Call<TResult>([.. tensor]);

            /// <inheritdoc cref="call"/>
            public TResult forward(params Tensor[] tensor) => Call<TResult>([.. tensor]);
        }

        /// <summary>A <see cref="ScriptModule"/> of one input.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public class ScriptModule<T, TResult> : ScriptModule, nn.IModule<T, TResult>
        {
            internal ScriptModule(ScriptHandle script) : base(script)
            {
            }

            /// <summary>Runs the program's <c>forward</c>.</summary>
            /// <param name="tensor">The input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            /// <exception cref="TorchException">The program does not take this input or failed.</exception>
            /// <exception cref="InvalidCastException">The output is of another type.</exception>
            public TResult call(T tensor) => Call<TResult>(tensor);

            /// <inheritdoc cref="call"/>
            public TResult forward(T tensor) => Call<TResult>(tensor);
        }

        /// <summary>A <see cref="ScriptModule"/> of two inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public class ScriptModule<T1, T2, TResult> : ScriptModule
        {
            internal ScriptModule(ScriptHandle script) : base(script)
            {
            }

            /// <summary>Runs the program's <c>forward</c>.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            /// <exception cref="TorchException">The program does not take these inputs or failed.</exception>
            /// <exception cref="InvalidCastException">The output is of another type.</exception>
            public TResult call(T1 input1, T2 input2) => Call<TResult>(input1, input2);

            /// <inheritdoc cref="call"/>
            public TResult forward(T1 input1, T2 input2) => Call<TResult>(input1, input2);
        }
    }
}
