using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A tensor that is trained.</summary>
        /// <param name="data">The values, (*).</param>
        /// <param name="requires_grad">Whether gradients are recorded for it.</param>
        /// <returns>The parameter; it shares the memory of the data.</returns>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>A fully connected layer of given weights.</summary>
        /// <param name="weight">The weight, (out, in); it belongs to the layer from now on.</param>
        /// <param name="bias">The bias, (out), or null; it belongs to the layer from now on.</param>
        /// <returns>The layer, (*, in) to (*, out).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Linear.html"/>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A list of modules of any kind.</summary>
        /// <param name="modules">The modules; the list keeps them.</param>
        /// <returns>The list.</returns>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>A list of modules.</summary>
        /// <typeparam name="T">The type of the modules.</typeparam>
        /// <param name="modules">The modules; the list keeps them.</param>
        /// <returns>The list.</returns>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>Modules of any kind by name.</summary>
        /// <param name="modules">Names and modules; the dictionary keeps them.</param>
        /// <returns>The dictionary.</returns>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => new(modules);

        /// <summary>Modules by name.</summary>
        /// <typeparam name="T">The type of the modules.</typeparam>
        /// <param name="modules">Names and modules; the dictionary keeps them.</param>
        /// <returns>The dictionary.</returns>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => new(modules);

        /// <summary>A list of parameters.</summary>
        /// <param name="parameters">The parameters; the list keeps them.</param>
        /// <returns>The list.</returns>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        /// <summary>Parameters by name.</summary>
        /// <param name="parameters">Names and parameters; the dictionary keeps them.</param>
        /// <returns>The dictionary.</returns>
        public static ParameterDict ParameterDict(params (string, Parameter)[] parameters) => new(parameters);
    }
}
