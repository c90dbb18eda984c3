using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The direct submodules, in the order of registration.</summary>
            /// <returns>The submodules; the module keeps them.</returns>
            public virtual IEnumerable<Module> children() => _modules.Values;

            /// <summary>The direct submodules with their names.</summary>
            /// <returns>Name and submodule; the module keeps them.</returns>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _modules.Select(entry => (entry.Key, entry.Value));

            /// <summary>All submodules of all levels, without this module itself.</summary>
            /// <returns>The modules; direct submodules first.</returns>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>All submodules of all levels with their dotted names, without this module itself.</summary>
            /// <returns>Dotted name and module; direct submodules first.</returns>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in _modules)
                    yield return (name, module);
                foreach (var (name, module) in _modules)
                    foreach (var (inner, descendant) in module.named_modules())
                        yield return ($"{name}.{inner}", descendant);
            }

            /// <summary>The parameters, each once.</summary>
            /// <param name="recurse">Whether to include those of submodules.</param>
            /// <returns>The parameters; the module keeps them.</returns>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The parameters with their dotted names; a parameter shared by two modules comes once.</summary>
            /// <param name="recurse">Whether to include those of submodules.</param>
            /// <returns>Dotted name and parameter; own parameters first.</returns>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in _parameters)
                    if (seen.Add(parameter))
                        yield return (name, parameter);
                if (!recurse) yield break;
                foreach (var (prefix, module) in named_children())
                    foreach (var (name, parameter) in module.named_parameters())
                        if (seen.Add(parameter))
                            yield return ($"{prefix}.{name}", parameter);
            }

            /// <summary>The buffers.</summary>
            /// <param name="recurse">Whether to include those of submodules.</param>
            /// <param name="include_nonpersistent">Whether to include buffers that state_dict leaves out.</param>
            /// <returns>The buffers; the module keeps them.</returns>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The buffers with their dotted names; a buffer shared by two modules comes once.</summary>
            /// <param name="recurse">Whether to include those of submodules.</param>
            /// <param name="include_nonpersistent">Whether to include buffers that state_dict leaves out.</param>
            /// <returns>Dotted name and buffer; own buffers first.</returns>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, buffer) in _buffers)
                    if ((include_nonpersistent || buffer.Persistent) && seen.Add(buffer.Tensor))
                        yield return (name, buffer.Tensor);
                if (!recurse) yield break;
                foreach (var (prefix, module) in named_children())
                    foreach (var (name, buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer))
                            yield return ($"{prefix}.{name}", buffer);
            }

            /// <summary>Whether there is a parameter of this dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>conv1.weight</c>.</param>
            /// <returns>True if <see cref="get_parameter"/> finds it.</returns>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The parameter of this dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>conv1.weight</c>.</param>
            /// <returns>The parameter, or null if there is none; the module keeps it.</returns>
            public virtual Parameter? get_parameter(string target) =>
                Owner(target, out var name)?._parameters.GetValueOrDefault(name);

            /// <summary>Whether there is a buffer of this dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>bn1.running_mean</c>.</param>
            /// <returns>True if <see cref="get_buffer"/> finds it.</returns>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The buffer of this dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>bn1.running_mean</c>.</param>
            /// <returns>The buffer, (*), or null if there is none; the module keeps it.</returns>
            public virtual Tensor? get_buffer(string target) =>
                Owner(target, out var name)?._buffers.GetValueOrDefault(name).Tensor;

            private Module? Owner(string target, out string name)
            {
                var path = target.Split('.');
                name = path[^1];
                Module? owner = this;
                foreach (var level in path[..^1])
                    owner = owner?._modules.GetValueOrDefault(level);
                return owner;
            }
        }
    }
}
