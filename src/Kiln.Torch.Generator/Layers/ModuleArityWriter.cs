using System.Text;

namespace Kiln.Torch.Generator.Layers;

/// <summary>Writes the modules of two to six inputs, which differ in nothing but that number.</summary>
internal static class ModuleArityWriter
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>Appends interfaces and classes as members of <c>torch.nn</c>.</summary>
    public static void Write(StringBuilder text)
    {
        text.Append("public static partial class torch\n{\n    public static partial class nn\n    {\n");
        for (var inputs = 2; inputs <= 6; inputs++) WriteArity(text, inputs);
        text.Append("    }\n}\n\n");
    }

    private static void WriteArity(StringBuilder text, int count)
    {
        string Join(Func<int, string> item) => string.Join(", ", Enumerable.Range(1, count).Select(item));
        string Lines(Func<int, string> item) => string.Join("\n        /// ", Enumerable.Range(1, count).Select(item));
        var types = Join(i => $"T{i}");
        var inputs = Join(i => $"input{i}");
        var declared = Join(i => $"T{i} input{i}");
        var self = $"Module<{types}, TResult>";
        var typeDocs = Lines(i => $"<typeparam name=\"T{i}\">The type of the {Ordinals[i - 1]} input.</typeparam>");
        var inputDocs = Lines(i => $"<param name=\"input{i}\">The {Ordinals[i - 1]} input.</param>").Replace("\n        ", "\n            ");
        text.Append($$"""
                    /// <summary>Something that maps {{count}} inputs to one output when called.</summary>
                    /// {{typeDocs}}
                    /// <typeparam name="TResult">The type of the output.</typeparam>
                    public interface IModule<{{Join(i => $"in T{i}")}}, out TResult>
                    {
                        /// <summary>Computes the output.</summary>
                        /// {{inputDocs}}
                        /// <returns>The output.</returns>
                        TResult call({{declared}});
                    }

                    /// <summary>A module of {{count}} inputs.</summary>
                    /// {{typeDocs}}
                    /// <typeparam name="TResult">The type of the output.</typeparam>
                    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html"/>
                    public abstract class {{self}} : HookableModule<Func<{{self}}, {{types}}, ({{types}})?>, Func<{{self}}, {{types}}, TResult, TResult>>, IModule<{{types}}, TResult>
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
                        /// {{inputDocs}}
                        /// <returns>The output; the caller disposes it.</returns>
                        public abstract TResult forward({{declared}});

                        /// <summary>Computes the output and runs the hooks.</summary>
                        /// {{inputDocs}}
                        /// <returns>The output; the caller disposes it.</returns>
                        public TResult call({{declared}}) => HasHooks ? CallWithHooks({{inputs}}) : forward({{inputs}});

                        private TResult CallWithHooks({{declared}})
                        {
                            foreach (var hook in PreHooks)
                                if (hook.Run(this)?.Invoke(this, {{inputs}}) is { } changed) ({{inputs}}) = changed;
                            var output = forward({{inputs}});
                            foreach (var hook in PostHooks)
                                if (hook.Run(this) is { } function) output = function(this, {{inputs}}, output) ?? output;
                            return output;
                        }
                    }


            """);
    }
}
