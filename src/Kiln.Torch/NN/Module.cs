using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural network modules, losses, functions on layers and initialisers (PyTorch's <c>torch.nn</c>).</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.html"/>
    public static partial class nn
    {
        /// <summary>The base of every network module: a named tree of parameters, buffers and submodules.</summary>
        /// <remarks>
        /// A module assigned to a field becomes a submodule when the constructor calls <see cref="RegisterComponents"/>; its name is the field's name.
        /// Registered tensors leave their dispose scope: the module owns them.
        /// </remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html"/>
        public abstract partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Module> _modules = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, RegisteredBuffer> _buffers = new(StringComparer.Ordinal);
            private bool _componentsRegistered;
            private bool _training = true;

            private readonly record struct RegisteredBuffer(Tensor Tensor, bool Persistent);

            /// <summary>Creates an empty module in training mode.</summary>
            /// <param name="name">The name shown in listings and messages.</param>
            protected Module(string name) => _name = name;

            /// <summary>The name given at construction.</summary>
            /// <returns>The module's name; the name of its class where none was given.</returns>
            public virtual string GetName() => _name.Length > 0 ? _name : GetType().Name;

            /// <summary>Whether the module is in training mode (the default) and not in evaluation mode.</summary>
            public virtual bool training => _training;

            internal virtual bool HasHooks => false;

            /// <summary>Registers every module, parameter and tensor held in an instance field, under the field's name.</summary>
            /// <remarks>
            /// Call it at the end of the constructor. Tensors become persistent buffers. Fields already registered by that name are left alone.
            /// An automatic property counts by the property's name. Private fields of base classes count too.
            /// </remarks>
            protected virtual void RegisterComponents()
            {
                if (_componentsRegistered) return;
                _componentsRegistered = true;
                foreach (var field in UserFields())
                    RegisterField(ComponentName(field), field.GetValue(this));
            }

            // Modules of this library register by hand; only what a user derives is walked, from the most derived class up.
            private IEnumerable<FieldInfo> UserFields()
            {
                for (var type = GetType(); type.Assembly != typeof(Module).Assembly; type = type.BaseType!)
                    foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        yield return field;
            }

            private void RegisterField(string name, object? value)
            {
                if (value is null || IsRegistered(name)) return;
                if (value is Module module) register_module(name, module);
                else if (value is Parameter parameter) register_parameter(name, parameter);
                else if (value is Tensor tensor) register_buffer(name, tensor);
            }

            // "<fc>k__BackingField" of an automatic property and "<fc>P" of a captured constructor parameter are "fc" to the user.
            private static string ComponentName(FieldInfo field) =>
                field.GetCustomAttribute<ComponentNameAttribute>()?.Name
                ?? (field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>')] : field.Name);

            private bool IsRegistered(string name) =>
                _modules.ContainsKey(name) || _parameters.ContainsKey(name) || _buffers.ContainsKey(name);

            /// <summary>Adds a submodule.</summary>
            /// <param name="name">Its name; unique in this module, without dots.</param>
            /// <param name="submodule">The module; this module disposes it.</param>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                CheckName("register_module", name);
                if (submodule is null) return;
                submodule.RegisterComponents();
                _modules.Add(name, submodule);
            }

            /// <summary>Adds a submodule; the same as <see cref="register_module"/>.</summary>
            /// <param name="name">Its name; unique in this module, without dots.</param>
            /// <param name="module">The module; this module disposes it.</param>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">Its name; unique in this module, without dots.</param>
            /// <param name="param">The parameter; it leaves its dispose scope and belongs to the module.</param>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                CheckName("register_parameter", name);
                if (param is null) return;
                param.DetachFromDisposeScope();
                _parameters.Add(name, param);
            }

            /// <summary>Adds a tensor that is part of the module's state but is not trained.</summary>
            /// <param name="name">Its name; unique in this module, without dots.</param>
            /// <param name="tensor">The tensor; it leaves its dispose scope and belongs to the module.</param>
            /// <param name="persistent">Whether <see cref="state_dict"/> contains it.</param>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckName("register_buffer", name);
                if (tensor is null) return;
                tensor.DetachFromDisposeScope();
                _buffers.Add(name, new RegisteredBuffer(tensor, persistent));
            }

            private void CheckName(string operation, string name)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"{operation} on '{GetName()}': expected a name without dots, got '{name}'. Dots separate the levels in state_dict keys.", nameof(name));
                if (IsRegistered(name))
                    throw new ArgumentException($"{operation} on '{GetName()}': the name '{name}' is taken already. Choose another name, or register it only once (RegisterComponents registers fields itself).", nameof(name));
            }

            /// <summary>Exchanges, adds or removes a parameter of this name and disposes the one it replaces; a new one takes the old one's place.</summary>
            private protected void SetParameter(ref Parameter? field, string name, Parameter? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                int at = _parameters.IndexOf(name);
                if (value is null) _parameters.Remove(name);
                else if (at < 0) register_parameter(name, value);
                else
                {
                    value.DetachFromDisposeScope();
                    _parameters.SetAt(at, value);
                }
            }

            /// <summary>Exchanges, adds or removes a buffer of this name and disposes the one it replaces; a new one takes the old one's place.</summary>
            private protected void SetBuffer(ref Tensor? field, string name, Tensor? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                int at = _buffers.IndexOf(name);
                if (value is null) _buffers.Remove(name);
                else if (at < 0) register_buffer(name, value);
                else
                {
                    value.DetachFromDisposeScope();
                    _buffers.SetAt(at, new RegisteredBuffer(value, true));
                }
            }

            /// <summary>Forgets the submodules, without disposing them.</summary>
            private protected void ClearModules() => _modules.Clear();

            /// <summary>Forgets the parameters, without disposing them.</summary>
            private protected void ClearParameters() => _parameters.Clear();
        }
    }
}
