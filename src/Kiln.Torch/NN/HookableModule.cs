namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">A function of module and input that returns the input to use.</typeparam>
        /// <typeparam name="TPostHook">A function of module, input and output that returns the output to use.</typeparam>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html"/>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private List<Hook<TPreHook>>? _preHooks;
            private List<Hook<TPostHook>>? _postHooks;

            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Creates an empty module without a name of its own; modules live in C# only and have no native handles.</summary>
            /// <param name="handle">Must be zero.</param>
            /// <param name="boxedHandle">Must be zero.</param>
            /// <exception cref="NotSupportedException">A handle is not zero.</exception>
            protected HookableModule(nint handle, nint boxedHandle) : base("")
            {
                if (handle != 0 || boxedHandle != 0)
                    throw new NotSupportedException($"{GetType().Name}: expected no native handle, got one. Modules live in C# only: pass the module's name to the base constructor.");
            }

            private protected IReadOnlyList<Hook<TPreHook>> PreHooks => _preHooks?.ToArray() ?? [];

            private protected IReadOnlyList<Hook<TPostHook>> PostHooks => _postHooks?.ToArray() ?? [];

            internal override bool HasHooks => _preHooks is { Count: > 0 } || _postHooks is { Count: > 0 };

            /// <summary>Adds a hook that runs after each <c>call</c>; not after a bare <c>forward</c>.</summary>
            /// <param name="hook">Gets module, inputs and output; what it returns replaces the output unless it is null.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => Add(_postHooks ??= [], new(hook, null));

            /// <summary>Adds a hook that runs after each <c>call</c> and changes nothing.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(_postHooks ??= [], new(default, hook));

            /// <summary>Adds a hook that runs before each <c>call</c>; not before a bare <c>forward</c>.</summary>
            /// <param name="hook">Gets module and inputs; what it returns replaces the inputs unless it is null.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(_preHooks ??= [], new(hook, null));

            /// <summary>Adds a hook that runs before each <c>call</c> and changes nothing.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(_preHooks ??= [], new(default, hook));

            private static HookRemover Add<THook>(List<Hook<THook>> hooks, Hook<THook> hook)
            {
                hooks.Add(hook);
                return new HookRemover(() => hooks.Remove(hook));
            }

            /// <summary>Removes a hook again.</summary>
            public sealed class HookRemover
            {
                private readonly Action _remove;

                internal HookRemover(Action remove) => _remove = remove;

                /// <summary>Removes the hook; a second call does nothing.</summary>
                public void remove() => _remove();
            }
        }

        /// <summary>A hook that may change what it sees, or one that only looks on.</summary>
        internal sealed class Hook<THook>(THook? function, Action<Module>? observer)
        {
            /// <summary>Tells the observer; returns the function, if the hook is one.</summary>
            public THook? Run(Module module)
            {
                observer?.Invoke(module);
                return function;
            }
        }
    }
}
