namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Functions compiled from source by <see cref="compile"/>.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/jit_language_reference.html"/>
        public class CompilationUnit : IDisposable
        {
            private readonly ScriptHandle _unit;

            internal CompilationUnit(ScriptHandle unit) => _unit = unit;

            /// <summary>Runs a function.</summary>
            /// <param name="name">The function's name.</param>
            /// <param name="objs">Tensors (*), numbers, truth values, texts, null, and lists, tuples and dictionaries of them.</param>
            /// <returns>The result, as of <see cref="ScriptModule.call"/>.</returns>
            /// <exception cref="ArgumentException">A value that TorchScript does not take.</exception>
            /// <exception cref="TorchException">There is no such function, it does not take these arguments, or it failed.</exception>
            public object invoke(string name, params object[] objs) => Invoke(name, objs)!;

            /// <summary>Runs a function whose result has a known type.</summary>
            /// <typeparam name="TResult">The result's type; numbers may also be asked for as float, double, int, long or bool.</typeparam>
            /// <param name="name">The function's name.</param>
            /// <param name="inputs">The arguments.</param>
            /// <returns>The result.</returns>
            /// <exception cref="InvalidCastException">The result is of another type.</exception>
            public TResult invoke<TResult>(string name, params object[] inputs) => ScriptResult.As<TResult>(name, Invoke(name, inputs));

            /// <inheritdoc cref="invoke{TResult}(string, object[])"/>
            /// <typeparam name="T">The type of all arguments.</typeparam>
            /// <typeparam name="TResult">The result's type.</typeparam>
            public TResult invoke<T, TResult>(string name, params T[] inputs) => ScriptResult.As<TResult>(name, Invoke(name, [.. inputs.Cast<object?>()]));

            /// <summary>Frees the functions.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the functions.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing) _unit.Dispose();
            }

            private unsafe object? Invoke(string name, object?[]? inputs) => ScriptCall.Run(_unit, name, inputs, Native.kiln_jit_unit_invoke);
        }
    }
}
