using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The factor of the running gradient; 0 is none.</param>
        /// <param name="dampening">How much of the new gradient is left out of the running one.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the step looks ahead by Nesterov's rule.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new([new ParamGroup<Modules.SGD.Options>(parameters)], SGDOptions(learningRate, momentum, dampening, weight_decay, nesterov, maximize));

        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The factor of the running gradient; 0 is none.</param>
        /// <param name="dampening">How much of the new gradient is left out of the running one.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the step looks ahead by Nesterov's rule.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new([new ParamGroup<Modules.SGD.Options>(parameters.Select(entry => entry.parameter))], SGDOptions(learningRate, momentum, dampening, weight_decay, nesterov, maximize));

        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">Groups of parameters with options of their own.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The factor of the running gradient; 0 is none.</param>
        /// <param name="dampening">How much of the new gradient is left out of the running one.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the step looks ahead by Nesterov's rule.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static SGD SGD(IEnumerable<Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, SGDOptions(learningRate, momentum, dampening, weight_decay, nesterov, maximize));

        private static Modules.SGD.Options SGDOptions(double learningRate, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) => new()
        {
            LearningRate = learningRate,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };

        /// <summary>Adam; weight decay is part of the gradient.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new([new ParamGroup<Modules.Adam.Options>(parameters)], AdamOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        /// <summary>Adam; weight decay is part of the gradient.</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new([new ParamGroup<Modules.Adam.Options>(parameters.Select(entry => entry.parameter))], AdamOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        /// <summary>Adam; weight decay is part of the gradient.</summary>
        /// <param name="parameters">Groups of parameters with options of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static Adam Adam(IEnumerable<Modules.Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, AdamOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        private static Modules.Adam.Options AdamOptions(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };

        /// <summary>AdamW: Adam whose weight decay shrinks the weights directly.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new([new ParamGroup<Modules.AdamW.Options>(parameters)], AdamWOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        /// <summary>AdamW: Adam whose weight decay shrinks the weights directly.</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new([new ParamGroup<Modules.AdamW.Options>(parameters.Select(entry => entry.parameter))], AdamWOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        /// <summary>AdamW: Adam whose weight decay shrinks the weights directly.</summary>
        /// <param name="parameters">Groups of parameters with options of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay of the running mean of gradients.</param>
        /// <param name="beta2">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The strength of weight decay.</param>
        /// <param name="amsgrad">Whether the denominator never shrinks.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static AdamW AdamW(IEnumerable<Modules.AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, AdamWOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        private static Modules.AdamW.Options AdamWOptions(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };

        /// <summary>RMSProp: steps scaled by the running mean of squared gradients.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="momentum">The factor of the running step; 0 is none.</param>
        /// <param name="centered">Whether the gradients' variance takes the place of their square.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new([new ParamGroup<Modules.RMSProp.Options>(parameters)], RMSPropOptions(lr, alpha, eps, weight_decay, momentum, centered, maximize));

        /// <summary>RMSProp: steps scaled by the running mean of squared gradients.</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="momentum">The factor of the running step; 0 is none.</param>
        /// <param name="centered">Whether the gradients' variance takes the place of their square.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new([new ParamGroup<Modules.RMSProp.Options>(parameters.Select(entry => entry.parameter))], RMSPropOptions(lr, alpha, eps, weight_decay, momentum, centered, maximize));

        /// <summary>RMSProp: steps scaled by the running mean of squared gradients.</summary>
        /// <param name="parameters">Groups of parameters with options of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">The decay of the running mean of squared gradients.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="momentum">The factor of the running step; 0 is none.</param>
        /// <param name="centered">Whether the gradients' variance takes the place of their square.</param>
        /// <param name="maximize">Whether to climb instead of descend.</param>
        /// <returns>The optimizer; the caller disposes it.</returns>
        public static RMSProp RMSProp(IEnumerable<Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, RMSPropOptions(lr, alpha, eps, weight_decay, momentum, centered, maximize));

        private static Modules.RMSProp.Options RMSPropOptions(double lr, double alpha, double eps, double weight_decay, double momentum, bool centered, bool maximize) => new()
        {
            LearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
    }
}
