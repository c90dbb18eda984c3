namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that maps one input to one output when called.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Computes the output.</summary>
            /// <param name="input1">The input.</param>
            /// <returns>The output.</returns>
            TResult call(T input1);
        }

        /// <summary>A module of one input. Those of two to six inputs are written by the generator, in the same words.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html"/>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <inheritdoc cref="HookableModule{TPreHook, TPostHook}.HookableModule(nint, nint)"/>
            protected Module(nint handle, nint boxedHandle) : base(handle, boxedHandle)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                foreach (var hook in PreHooks)
                    if (hook.Run(this) is { } function) input = function(this, input) ?? input;
                var output = forward(input);
                foreach (var hook in PostHooks)
                    if (hook.Run(this) is { } function) output = function(this, input, output) ?? output;
                return output;
            }
        }
    }
}
