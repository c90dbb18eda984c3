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

        /// <summary>A module of one input.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
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
                foreach (var hook in PreHooks) input = hook(this, input) ?? input;
                var output = forward(input);
                foreach (var hook in PostHooks) output = hook(this, input, output) ?? output;
                return output;
            }
        }

        /// <summary>A module of two inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T1 input1, T2 input2) => HasHooks ? CallWithHooks(input1, input2) : forward(input1, input2);

            private TResult CallWithHooks(T1 input1, T2 input2)
            {
                foreach (var hook in PreHooks)
                    if (hook(this, input1, input2) is { } changed) (input1, input2) = changed;
                var output = forward(input1, input2);
                foreach (var hook in PostHooks) output = hook(this, input1, input2, output) ?? output;
                return output;
            }
        }
    }
}
