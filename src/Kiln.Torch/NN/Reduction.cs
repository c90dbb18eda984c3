namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How a loss joins the values of its elements.</summary>
        public enum Reduction
        {
            /// <summary>Not at all: the loss has the shape of its elements.</summary>
            None = 0,

            /// <summary>By their mean.</summary>
            Mean = 1,

            /// <summary>By their sum.</summary>
            Sum = 2,
        }

        /// <summary>A loss: a module of prediction and target.</summary>
        /// <typeparam name="T1">The type of the prediction.</typeparam>
        /// <typeparam name="T2">The type of the target.</typeparam>
        /// <typeparam name="TResult">The type of the loss.</typeparam>
        public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
        {
            /// <summary>Creates the loss.</summary>
            /// <param name="name">The name shown in listings.</param>
            /// <param name="reduction">How the values of the elements are joined.</param>
            protected Loss(string name, Reduction reduction) : base(name) => this.reduction = reduction;

            /// <summary>How the values of the elements are joined.</summary>
            public Reduction reduction { get; }
        }

        /// <summary>A loss of three inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="TResult">The type of the loss.</typeparam>
        public abstract class Loss<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>
        {
            /// <summary>Creates the loss.</summary>
            /// <param name="name">The name shown in listings.</param>
            /// <param name="reduction">How the values of the elements are joined.</param>
            protected Loss(string name, Reduction reduction) : base(name) => this.reduction = reduction;

            /// <inheritdoc cref="Loss{T1, T2, TResult}.reduction"/>
            public Reduction reduction { get; }
        }

        /// <summary>A loss of four inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="TResult">The type of the loss.</typeparam>
        public abstract class Loss<T1, T2, T3, T4, TResult> : Module<T1, T2, T3, T4, TResult>
        {
            /// <summary>Creates the loss.</summary>
            /// <param name="name">The name shown in listings.</param>
            /// <param name="reduction">How the values of the elements are joined.</param>
            protected Loss(string name, Reduction reduction) : base(name) => this.reduction = reduction;

            /// <inheritdoc cref="Loss{T1, T2, TResult}.reduction"/>
            public Reduction reduction { get; }
        }

        /// <summary>A loss whose classes or elements have weights.</summary>
        /// <typeparam name="T1">The type of the prediction.</typeparam>
        /// <typeparam name="T2">The type of the target.</typeparam>
        /// <typeparam name="TResult">The type of the loss.</typeparam>
        public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
        {
            /// <summary>Creates the loss.</summary>
            /// <param name="name">The name shown in listings.</param>
            /// <param name="weight">The weights, or null.</param>
            /// <param name="reduction">How the values of the elements are joined.</param>
            protected WeightedLoss(string name, Tensor? weight, Reduction reduction) : base(name, reduction)
            {
                this.weight = weight;
                if (weight is not null) register_buffer(nameof(weight), weight);
            }

            /// <summary>The weights, or null.</summary>
            public Tensor? weight { get; }
        }
    }
}
