namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of three inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T1, T2, T3, TResult> : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3) => HasHooks ? CallWithHooks(input1, input2, input3) : forward(input1, input2, input3);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3)
            {
                foreach (var hook in PreHooks)
                    if (hook(this, input1, input2, input3) is { } changed) (input1, input2, input3) = changed;
                var output = forward(input1, input2, input3);
                foreach (var hook in PostHooks) output = hook(this, input1, input2, input3, output) ?? output;
                return output;
            }
        }

        /// <summary>A module of four inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T1, T2, T3, T4, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => HasHooks ? CallWithHooks(input1, input2, input3, input4) : forward(input1, input2, input3, input4);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                foreach (var hook in PreHooks)
                    if (hook(this, input1, input2, input3, input4) is { } changed) (input1, input2, input3, input4) = changed;
                var output = forward(input1, input2, input3, input4);
                foreach (var hook in PostHooks) output = hook(this, input1, input2, input3, input4, output) ?? output;
                return output;
            }
        }

        /// <summary>A module of five inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="T5">The type of the fifth input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T1, T2, T3, T4, T5, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <param name="input5">The fifth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <param name="input5">The fifth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5) : forward(input1, input2, input3, input4, input5);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                foreach (var hook in PreHooks)
                    if (hook(this, input1, input2, input3, input4, input5) is { } changed) (input1, input2, input3, input4, input5) = changed;
                var output = forward(input1, input2, input3, input4, input5);
                foreach (var hook in PostHooks) output = hook(this, input1, input2, input3, input4, input5, output) ?? output;
                return output;
            }
        }

        /// <summary>A module of six inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="T5">The type of the fifth input.</typeparam>
        /// <typeparam name="T6">The type of the sixth input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>
        {
            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the output; override it, but use <see cref="call"/> to run a module.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <param name="input5">The fifth input.</param>
            /// <param name="input6">The sixth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <param name="input4">The fourth input.</param>
            /// <param name="input5">The fifth input.</param>
            /// <param name="input6">The sixth input.</param>
            /// <returns>The output; the caller disposes it.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5, input6) : forward(input1, input2, input3, input4, input5, input6);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                foreach (var hook in PreHooks)
                    if (hook(this, input1, input2, input3, input4, input5, input6) is { } changed) (input1, input2, input3, input4, input5, input6) = changed;
                var output = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in PostHooks) output = hook(this, input1, input2, input3, input4, input5, input6, output) ?? output;
                return output;
            }
        }
    }
}
