namespace TorchSharp;

public static partial class torch
{
    /// <summary>Starts the default generator anew.</summary>
    /// <returns>The default generator.</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.manual_seed.html"/>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Starts the default generator anew with a seed from the operating system.</summary>
    /// <returns>The seed.</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.seed.html"/>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed the default generator started with.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.initial_seed.html"/>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the default generator.</summary>
    /// <returns>Bytes, (5056).</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.get_rng_state.html"/>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Puts the default generator into a state that <see cref="get_rng_state"/> gave.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_rng_state.html"/>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The default generator, under PyTorch's module name.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/random.html"/>
    public static class random
    {
        /// <inheritdoc cref="torch.manual_seed(long)"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.seed()"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed()"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.get_rng_state()"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state(Tensor)"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
