namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">A function of module and input that returns the input to use.</typeparam>
        /// <typeparam name="TPostHook">A function of module, input and output that returns the output to use.</typeparam>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private List<TPreHook>? _preHooks;
            private List<TPostHook>? _postHooks;

            /// <summary>Creates an empty module.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected HookableModule(string name) : base(name)
            {
            }

            private protected IReadOnlyList<TPreHook> PreHooks => _preHooks is { } hooks ? hooks.ToArray() : [];

            private protected IReadOnlyList<TPostHook> PostHooks => _postHooks is { } hooks ? hooks.ToArray() : [];

            internal bool HasHooks => _preHooks is { Count: > 0 } || _postHooks is { Count: > 0 };

            /// <summary>Adds a hook that runs after each <c>call</c>; not after a bare <c>forward</c>.</summary>
            /// <param name="hook">Gets module, input and output; what it returns replaces the output unless it is null.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_hook(TPostHook hook)
            {
                (_postHooks ??= []).Add(hook);
                return new HookRemover(() => _postHooks.Remove(hook));
            }

            /// <summary>Adds a hook that runs before each <c>call</c>; not before a bare <c>forward</c>.</summary>
            /// <param name="hook">Gets module and input; what it returns replaces the input unless it is null.</param>
            /// <returns>A handle that removes the hook.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                (_preHooks ??= []).Add(hook);
                return new HookRemover(() => _preHooks.Remove(hook));
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
    }
}
