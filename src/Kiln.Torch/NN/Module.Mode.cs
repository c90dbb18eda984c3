namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Sets training or evaluation mode on this module and all below it.</summary>
            /// <param name="train">True for training mode: dropout drops, batch norm uses the batch's statistics.</param>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var module in _modules.Values) module.train(train);
            }

            /// <summary>Sets evaluation mode; the same as <c>train(false)</c>.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on every submodule, innermost first, and then on this module.</summary>
            /// <param name="fn">The function, for example one that initialises weights.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var module in children()) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">True frees the gradients; false fills them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                    if (set_to_none) parameter.grad = null;
                    else if (parameter.grad is { } gradient) Ops.zero_(gradient);
            }

            /// <summary>Switches the recording of gradients on or off for all parameters.</summary>
            /// <param name="requires_grad">Whether the parameters are to be trained.</param>
            /// <returns>This module.</returns>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters()) parameter.requires_grad = requires_grad;
                return this;
            }

            /// <summary>Moves parameters and buffers to the device of a tensor and the floating-point ones to its dtype.</summary>
            /// <param name="other">The tensor to follow.</param>
            /// <param name="non_blocking">Without effect on the CPU.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The tensor's dtype is neither floating-point nor complex.</exception>
            public virtual Module _to(Tensor other, bool non_blocking) => Convert(other.device, other.dtype);

            // The tensors keep their identity, as in PyTorch, so an optimizer built before goes on working.
            internal Module Convert(Device? device, ScalarType? dtype)
            {
                CheckTarget(device, dtype);
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    var gradient = tensor.grad;
                    Move(tensor, device, dtype);
                    if (gradient is null || gradient.dtype == tensor.dtype) continue;
                    tensor.grad = gradient.to(tensor.dtype);
                }
                return this;
            }

            private static void Move(Tensor tensor, Device? device, ScalarType? dtype)
            {
                var type = dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
                if (type != tensor.dtype || device is not null && device.type != tensor.device.type)
                    Ops.set_data(tensor, tensor.to(type, device ?? tensor.device));
            }

            private void CheckTarget(Device? device, ScalarType? dtype)
            {
                if (dtype is { } type && !type.IsFloatingPoint() && !type.IsComplex())
                    throw new ArgumentException($"to on '{GetName()}': expected a floating-point or complex dtype, got {type}. Integer buffers keep their dtype; weights cannot be integers.", nameof(dtype));
                if (device is not null && device.type != DeviceType.CPU)
                    throw new InvalidOperationException($"to on '{GetName()}': {device.type} is not available: this libtorch computes on the CPU only. Use torch.cuda.is_available() to choose the device.");
            }

            /// <summary>Frees the parameters and buffers of this module and of all below it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees what the module holds.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var module in _modules.Values) module.Dispose();
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var buffer in _buffers.Values) buffer.Tensor.Dispose();
            }
        }
    }
}
