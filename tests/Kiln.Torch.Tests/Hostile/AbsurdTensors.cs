using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>Tensors that operators expect, and tensors that they do not.</summary>
internal static class AbsurdTensors
{
    /// <summary>New ones, because operators change them.</summary>
    public static (string Name, Tensor Tensor)[] Ordinary() =>
    [
        ("matrix", rand(4, 4)), ("wide", rand(2, 3)), ("vector", rand(5)), ("cube", rand(2, 3, 4)), ("image", rand(1, 2, 5, 5)), ("volume", rand(new long[] { 1, 2, 3, 4, 5 })),
        ("scalar", tensor(0.5f)), ("indices", tensor(new long[] { 0, 1, 2 })), ("index_matrix", zeros(2, 3, dtype: ScalarType.Int64)), ("mask", tensor(new[] { true, false, true, true })),
        ("learned", rand(4, 4, requires_grad: true)), ("doubles", rand(4, 4, dtype: ScalarType.Float64)), ("weights", rand(3, 2, 3, 3)),
    ];

    public static (string Name, Tensor Tensor)[] Absurd() =>
    [
        ("empty", zeros(0)), ("empty_rows", zeros(0, 3)), ("empty_columns", zeros(3, 0)), ("empty_image", zeros(0, 2, 5, 5)), ("empty_wide", zeros(0, 1L << 40)),
        ("twenty_dimensions", zeros(Enumerable.Repeat(1L, 20).ToArray())), ("seventy_dimensions", zeros(Enumerable.Repeat(1L, 70).ToArray())),
        ("far_indices", tensor(new[] { 100L, -7L, long.MaxValue, long.MinValue })), ("far_index", tensor(1L << 40)), ("negative_index", tensor(-1L)), ("int32_indices", tensor(new[] { 7, -9, int.MaxValue })),
        ("nan", full(new long[] { 3, 3 }, float.NaN)), ("infinite", full(new long[] { 4 }, float.NegativeInfinity)), ("huge", full(new long[] { 2, 2 }, 1e38f)),
        ("complex", rand(3, 3, dtype: ScalarType.ComplexFloat32)), ("half", rand(3, 3).to(ScalarType.Float16)), ("bfloat", rand(3, 3).to(ScalarType.BFloat16)), ("bytes", zeros(3, 3, dtype: ScalarType.Byte)),
        ("bool", zeros(2, 3, dtype: ScalarType.Bool)), ("shorts", zeros(5, dtype: ScalarType.Int16)), ("expanded", zeros(1).expand(3, 1000)), ("transposed", rand(3, 5).t()), ("stepped", rand(10)[TensorIndex.Slice(null, null, 3)]),
        ("meta", empty(3, 3, device: META)), ("sparse", eye(3).to_sparse()), ("long_scalar", tensor(long.MaxValue)),
    ];
}
