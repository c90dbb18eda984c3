using System.Text;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A program with its weights that Python saved with <c>torch.jit.save</c>.</summary>
        /// <remarks>
        /// Its parameters, buffers and submodules are those of an ordinary module: they can be trained, loaded, saved, moved and
        /// frozen, and the program sees every change. A traced program keeps the mode it was traced in.
        /// </remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.jit.ScriptModule.html"/>
        public class ScriptModule : nn.Module
        {
            private readonly ScriptHandle _script;

            internal ScriptModule(ScriptHandle script) : this(script, new Dictionary<nint, Parameter>())
            {
            }

            // Weights that two submodules share are one parameter: `known` has them by their native tensors.
            private ScriptModule(ScriptHandle script, Dictionary<nint, Parameter> known) : base(nameof(ScriptModule))
            {
                _script = script;
                foreach (var (name, child) in Members(Native.JitMembers.Children))
                    register_module(name, new ScriptModule(new ScriptHandle((nint)child.Integer, Native.kiln_jit_module_free), known));
                foreach (var (name, value) in Members(Native.JitMembers.Parameters)) register_parameter(name, ParameterOf(value, known));
                foreach (var (name, value) in Members(Native.JitMembers.Buffers)) register_buffer(name, Value.TakeTensor(value));
            }

            /// <summary>Whether the program is in training mode. It starts in the mode it was saved in.</summary>
            public override bool training => _script.Use(module => Native.kiln_jit_is_training(module) != 0);

            /// <summary>How many inputs <c>forward</c> takes.</summary>
            /// <returns>The number of inputs.</returns>
            public int GetNumberOfInputs() => Signature().Inputs;

            /// <summary>How many outputs <c>forward</c> has; a tuple is one.</summary>
            /// <returns>The number of outputs.</returns>
            public int GetNumberOfOutputs() => Signature().Outputs;

            /// <summary>Sets training or evaluation mode. It has no effect on what a traced program does.</summary>
            /// <param name="train">True for training mode.</param>
            public override unsafe void train(bool train = true)
            {
                base.train(train);
                _script.Use(module =>
                {
                    Native.Check(Native.kiln_jit_set_training(module, train ? 1 : 0), "train");
                    return true;
                });
            }

            /// <summary>Runs the program's <c>forward</c>.</summary>
            /// <param name="objs">Tensors (*), numbers, truth values, texts, null, and lists, tuples and dictionaries of them.</param>
            /// <returns>
            /// A <see cref="Tensor"/> or <see cref="Scalar"/>; tuples of up to five of one of them; arrays for longer tuples and lists;
            /// <c>object[]</c> where both are mixed; texts, dictionaries, null. The caller disposes the tensors.
            /// </returns>
            /// <exception cref="ArgumentException">A value that TorchScript does not take.</exception>
            /// <exception cref="TorchException">The program does not take these arguments or failed.</exception>
            public object call(params object[] objs) => Invoke("forward", objs)!;

            /// <summary>Runs a method of the program.</summary>
            /// <param name="name">The method's name.</param>
            /// <param name="objs">The arguments, as for <see cref="call"/>.</param>
            /// <returns>The result, as of <see cref="call"/>.</returns>
            /// <exception cref="TorchException">There is no such method, it does not take these arguments, or it failed.</exception>
            public object invoke(string name, params object[] objs) => Invoke(name, objs)!;

            /// <summary>Runs a method of the program whose result has a known type.</summary>
            /// <typeparam name="TResult">The result's type; numbers may also be asked for as float, double, int, long or bool.</typeparam>
            /// <param name="name">The method's name.</param>
            /// <param name="inputs">The arguments, as for <see cref="call"/>.</param>
            /// <returns>The result.</returns>
            /// <exception cref="InvalidCastException">The result is of another type.</exception>
            public TResult invoke<TResult>(string name, params object[] inputs) => ScriptResult.As<TResult>(name, Invoke(name, inputs));

            /// <inheritdoc cref="invoke{TResult}(string, object[])"/>
            /// <typeparam name="T">The type of all arguments.</typeparam>
            /// <typeparam name="TResult">The result's type.</typeparam>
            public TResult invoke<T, TResult>(string name, params T[] inputs) => ScriptResult.As<TResult>(name, Invoke(name, [.. inputs.Cast<object?>()]));

            /// <inheritdoc/>
            public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                FollowBuffers();
                return base.named_buffers(recurse, include_nonpersistent);
            }

            /// <inheritdoc/>
            public override Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                FollowBuffers();
                return base.state_dict(destination, prefix);
            }

            /// <inheritdoc/>
            public override Tensor? get_buffer(string target)
            {
                foreach (var script in modules().Prepend(this).OfType<ScriptModule>()) script.FollowBuffers();
                return base.get_buffer(target);
            }

            /// <summary>Writes the program and its weights.</summary>
            internal unsafe void SaveScript(string filename)
            {
                var path = Encoding.UTF8.GetBytes(filename);
                _script.Use(module =>
                {
                    fixed (byte* bytes = path) Native.Check(Native.kiln_jit_save(module, bytes, path.Length), "jit.save");
                    return true;
                });
            }

            internal TResult Call<TResult>(params object?[] inputs) => ScriptResult.As<TResult>("forward", Invoke("forward", inputs));

            /// <inheritdoc/>
            protected override void Dispose(bool disposing)
            {
                base.Dispose(disposing);
                if (disposing) _script.Dispose();
            }

            private unsafe object? Invoke(string name, object?[]? inputs)
            {
                using var draw = Draw.If(training);
                return ScriptCall.Run(_script, name, inputs, Native.kiln_jit_invoke);
            }

            // A program may put another tensor in a buffer's place, as batch normalisation does with its count of batches.
            private void FollowBuffers()
            {
                foreach (var (name, value) in Members(Native.JitMembers.Buffers))
                    if (base.get_buffer(name) is { } buffer && buffer.Handle != value.Pointer) buffer.ExchangeHandle(value.Pointer);
                    else Native.kiln_tensor_free(value.Pointer);
            }

            private unsafe List<(string Name, Value Value)> Members(Native.JitMembers kind)
            {
                var list = _script.Use(module =>
                {
                    Value value;
                    Native.Check(Native.kiln_jit_members(module, kind, &value), "ScriptModule");
                    return value;
                });
                var values = ScriptResult.TakeValues(list);
                var members = new List<(string, Value)>();
                for (var i = 0; i < values.Length; i += 2)
                {
                    var name = ScriptResult.TakeText(values[i]);
                    if (values[i + 1].Tag != ValueTag.None) members.Add((name, values[i + 1]));
                }
                return members;
            }

            private static Parameter ParameterOf(in Value value, Dictionary<nint, Parameter> known)
            {
                if (!known.TryGetValue(value.Pointer, out var parameter)) return known[value.Pointer] = new Parameter(value.Pointer);
                Native.kiln_tensor_free(value.Pointer);
                return parameter;
            }

            private unsafe (int Inputs, int Outputs) Signature() => _script.Use(module =>
            {
                int inputs, outputs;
                Native.Check(Native.kiln_jit_signature(module, &inputs, &outputs), "ScriptModule");
                return (inputs, outputs);
            });
        }
    }
}
