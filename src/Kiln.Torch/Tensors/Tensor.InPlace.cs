namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sets every element to one value.</summary>
        /// <returns>This tensor.</returns>
        public Tensor fill_(Scalar value) => Ops.fill_(this, value);

        /// <summary>Sets every element to zero.</summary>
        /// <returns>This tensor.</returns>
        public Tensor zero_() => Ops.zero_(this);

        /// <summary>Takes the elements of another tensor over, converted to this tensor's type.</summary>
        /// <param name="source">The elements; sizes of 1 are stretched.</param>
        /// <param name="nonBlocking">Has no meaning on the CPU.</param>
        /// <returns>This tensor.</returns>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Ops.copy_(this, source, nonBlocking);

        /// <summary>Makes this object a view of another tensor's memory.</summary>
        /// <returns>This tensor.</returns>
        public Tensor set_(Tensor source) => Ops.set_(this, source);

        /// <summary>Fills the tensor with normally distributed random numbers.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Ops.normal_(this, mean, std, generator);

        /// <summary>Fills the tensor with uniform random numbers in [from, to).</summary>
        /// <param name="from">The lower end.</param>
        /// <param name="to">The upper end.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Ops.uniform_(this, from, to, generator);

        /// <summary>Fills the tensor with uniform random integers from the first up to but without the second.</summary>
        /// <param name="from">The smallest number.</param>
        /// <param name="to">One more than the largest.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor random_(double from, double to, Generator? generator = null) => Ops.random_(this, (long)from, (long)to, generator);

        /// <summary>Fills the tensor with zeros and ones.</summary>
        /// <param name="p">The probability of a one, in 0..1.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Ops.bernoulli_(this, p, generator);

        /// <summary>Fills the tensor with zeros and ones.</summary>
        /// <param name="p">The probabilities of ones, in 0..1.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Ops.bernoulli_(this, p, generator);

        /// <summary>Fills the tensor with exponentially distributed random numbers.</summary>
        /// <param name="lambda">Their rate.</param>
        /// <param name="generator">Where they come from; the default generator if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Ops.exponential_(this, lambda, generator);

        /// <summary>Zeros and ones: one with the probability that the element says.</summary>
        /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
        public Tensor bernoulli(Generator? generator = null) => Ops.bernoulli(this, generator);

        /// <summary>Draws indices with the weights that each row gives.</summary>
        /// <param name="num_samples">How many to draw from each row.</param>
        /// <param name="replacement">Whether an index may be drawn twice.</param>
        /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
        /// <returns>Indices, (num_samples) or (N, num_samples).</returns>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Ops.multinomial(this, num_samples, replacement, generator);
    }
}
