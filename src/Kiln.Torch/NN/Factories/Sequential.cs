using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty chain, to be filled with <c>append</c>.</summary>
        /// <returns>The chain.</returns>
        public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

        /// <summary>A chain of named modules.</summary>
        /// <param name="modules">The modules with their names; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

        /// <summary>A chain of modules named 0, 1, 2…</summary>
        /// <param name="modules">The modules; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

        /// <summary>A chain of named modules.</summary>
        /// <param name="modules">The modules with their names; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            new(modules.Select(pair => (pair.Item1, pair.Item2)).ToArray());

        /// <summary>A chain of named modules.</summary>
        /// <param name="modules">The modules with their names; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

        /// <summary>A chain of named modules.</summary>
        /// <param name="modules">The modules with their names; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            new(modules.Select(pair => (pair.Item1, pair.Item2)).ToArray());

        /// <summary>A chain of modules named 0, 1, 2…</summary>
        /// <param name="modules">The modules; the chain disposes them.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());
    }
}
