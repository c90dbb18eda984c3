using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Cross entropy of unnormalised scores.</summary>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="ignore_index">A class that does not count, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (N, K) and classes (N).</returns>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

        /// <summary>Negative log likelihood of log probabilities.</summary>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of log probabilities (N, K) and classes (N).</returns>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Squared error.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Absolute error.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Binary cross entropy of probabilities.</summary>
        /// <param name="weight">The weight of each element, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of probabilities (*) and targets (*).</returns>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Binary cross entropy of unnormalised scores.</summary>
        /// <param name="weight">The weight of each element, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <param name="pos_weights">The weight of positive targets of each class, or null.</param>
        /// <returns>The loss of scores (*) and targets (*).</returns>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);
    }
}
