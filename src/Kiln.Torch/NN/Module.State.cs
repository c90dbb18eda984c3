namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>All parameters and persistent buffers by their dotted names.</summary>
            /// <param name="destination">A dictionary to add them to; null makes a new one.</param>
            /// <param name="prefix">What to put before each name, followed by a dot.</param>
            /// <returns>The dictionary. Its tensors are the module's own, not copies; the module keeps them.</returns>
            /// <remarks>The keys are PyTorch's. A parameter shared by two modules stands under both names.</remarks>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>(StringComparer.Ordinal);
                string start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in _parameters)
                    destination[start + name] = parameter;
                foreach (var (name, buffer) in _buffers)
                    if (buffer.Persistent) destination[start + name] = buffer.Tensor;
                foreach (var (name, module) in _modules)
                    module.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies values into the parameters and persistent buffers of the same names.</summary>
            /// <param name="source">Tensors by dotted name; shapes must match, dtypes are converted.</param>
            /// <param name="strict">Whether a missing or an unexpected key is an error.</param>
            /// <param name="skip">Names to leave as they are and not to miss.</param>
            /// <returns>Keys this module has and the source lacks, and keys the source has and this module lacks.</returns>
            /// <exception cref="InvalidOperationException">Keys differ and <paramref name="strict"/> is set; nothing was copied.</exception>
            /// <exception cref="ArgumentException">A shape differs; nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var skipped = new HashSet<string>(skip ?? [], StringComparer.Ordinal);
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && !skipped.Contains(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0) throw KeysDiffer(missing, unexpected);
                var copies = own.Where(entry => source.ContainsKey(entry.Key) && !skipped.Contains(entry.Key)).ToList();
                foreach (var (key, target) in copies) CheckShape(key, target, source[key]);
                using var _ = no_grad();
                foreach (var (key, target) in copies) Ops.copy_(target, source[key]);
                return (missing, unexpected);
            }

            private InvalidOperationException KeysDiffer(List<string> missing, List<string> unexpected) => new(
                $"load_state_dict on '{GetName()}': missing keys [{string.Join(", ", missing)}], unexpected keys [{string.Join(", ", unexpected)}]. "
                + "Load into a module of the same layers, or pass strict: false to load what fits.");

            private void CheckShape(string key, Tensor target, Tensor source)
            {
                if (target.shape.AsSpan().SequenceEqual(source.shape)) return;
                throw new ArgumentException(
                    $"load_state_dict on '{GetName()}': '{key}' expects shape ({string.Join(", ", target.shape)}), got ({string.Join(", ", source.shape)}). "
                    + "The weights belong to a module of other sizes.", nameof(source));
            }
        }
    }
}
