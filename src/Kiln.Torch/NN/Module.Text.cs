namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The arguments shown between the parentheses of a listing, such as <c>1, 6, kernel_size=(5, 5)</c>.</summary>
            private protected virtual string Extra => "";

            /// <summary>A listing of the module and all below it, in PyTorch's form.</summary>
            /// <returns>Several lines for a module with submodules, one line otherwise.</returns>
            public override string ToString()
            {
                var lines = named_children().Select(child => $"  ({child.name}): {Indented(child.module.ToString())}").ToList();
                return lines.Count == 0 ? $"{GetName()}({Extra})" : $"{GetName()}(\n{string.Join('\n', lines)}\n)";
            }

            private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);
        }
    }
}
