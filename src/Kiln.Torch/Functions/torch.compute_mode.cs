namespace TorchSharp;

public static partial class torch
{
    /// <summary>When cdist computes Euclidean distances by a matrix product, which is faster and less exact.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.cdist.html"/>
    public enum compute_mode
    {
        /// <summary>For more than 25 rows.</summary>
        use_mm_for_euclid_dist_if_necessary,

        /// <summary>Always.</summary>
        use_mm_for_euclid_dist,

        /// <summary>Never.</summary>
        donot_use_mm_for_euclid_dist,
    }
}
