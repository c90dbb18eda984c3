using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation whose backward pass is written in C#. Derive from one of its two subclasses.</summary>
        /// <typeparam name="T">The deriving class itself.</typeparam>
        /// <remarks>Double derivatives work where the backward pass uses operations of tensors.</remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/notes/extending.html"/>
        public abstract class Function<T> where T : Function<T>, new()
        {
            private static readonly T s_instance = new();

            /// <summary>What the operation is called in messages.</summary>
            public abstract string Name { get; }

            internal abstract List<Tensor> ForwardAll(AutogradContext ctx, object?[] vars);

            internal abstract List<Tensor?> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs);

            /// <summary>Runs the forward pass and records the operation if one of the tensors needs a gradient.</summary>
            private protected static List<Tensor> Apply(object?[] vars)
            {
                var isTensor = Array.ConvertAll(vars, value => value is Tensor { IsInvalid: false });
                Tensor[] inputs = [.. vars.OfType<Tensor>().Where(tensor => !tensor.IsInvalid)];
                var recorded = is_grad_enabled() && Array.Exists(inputs, input => input.requires_grad);
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad()) outputs = s_instance.ForwardAll(context, vars);
                if (!recorded) return outputs;
                var count = outputs.Count;
                var callback = NativeCallback.Of((given, wanted) => Gradients(context, isTensor, count, given, wanted));
                var results = Record(context, inputs, [.. outputs], callback);
                context.Forget();
                return results;
            }

            private static List<Tensor?> Gradients(AutogradContext context, bool[] isTensor, int outputs, Tensor?[] given, int wanted)
            {
                var gradients = s_instance.BackwardAll(context.ForBackward(given[outputs..]), [.. given[..outputs].Select(gradient => gradient!)]);
                if (gradients.Count > isTensor.Length && gradients.Skip(isTensor.Length).All(IsMissing)) gradients = gradients[..isTensor.Length];
                if (gradients.Count != isTensor.Length)
                    throw new InvalidOperationException($"{s_instance.Name}: backward() returned {gradients.Count} gradients, expected {isTensor.Length}: one for each argument of apply(), null where it is no tensor.");
                for (var i = 0; i < isTensor.Length; i++)
                    if (!isTensor[i] && !IsMissing(gradients[i]))
                        throw new InvalidOperationException($"{s_instance.Name}: backward() returned a gradient for argument {i + 1}, which is no tensor. Return null there.");
                List<Tensor?> found = [.. gradients.Where((_, i) => isTensor[i])];
                while (found.Count < wanted) found.Add(null);
                return found;
            }

            private static bool IsMissing(Tensor? tensor) => tensor is null || tensor.IsInvalid;

            private static unsafe List<Tensor> Record(AutogradContext context, Tensor[] inputs, Tensor[] outputs, NativeCallback callback)
            {
                nint[] given = Handles(inputs), made = Handles(outputs), dirty = Handles(context.Dirty), constants = Handles(context.Constants), saved = Handles(context.ToSave);
                var results = new nint[outputs.Length];
                fixed (byte* name = Encoding.UTF8.GetBytes(s_instance.Name + "\0"))
                fixed (nint* i = given, o = made, d = dirty, c = constants, s = saved, r = results)
                {
                    var function = new NativeFunction
                    {
                        Callback = callback,
                        Name = name,
                        MaterializeGrads = context.MaterializeGrads ? 1 : 0,
                        Inputs = i,
                        InputCount = given.Length,
                        Outputs = o,
                        OutputCount = made.Length,
                        Dirty = d,
                        DirtyCount = dirty.Length,
                        Constants = c,
                        ConstantCount = constants.Length,
                        Saved = s,
                        SavedCount = saved.Length,
                    };
                    Native.Check(Native.kiln_function_record(&function, r), s_instance.Name);
                }
                GC.KeepAlive((inputs, outputs, context));
                return [.. results.Select(handle => handle == 0 ? null! : new Tensor(handle))];
            }

            private static nint[] Handles(IEnumerable<Tensor?> tensors) => [.. tensors.Select(tensor => IsMissing(tensor) ? 0 : tensor!.Handle)];
        }
    }
}
