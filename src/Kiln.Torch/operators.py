"""Writes operators.txt: the ATen schemas that Kiln.Torch calls, as this machine's libtorch has them.

Run it again after adding a name:  /usr/bin/python3 src/Kiln.Torch/operators.py
"""

import pathlib
import re

import torch

NAMES = """
_adaptive_avg_pool2d _foreach_add _foreach_add_ _foreach_addcdiv_ _foreach_addcmul_ _foreach_div _foreach_div_
_foreach_maximum _foreach_mul _foreach_mul_ _foreach_neg _foreach_sqrt _foreach_sub_ _foreach_zero_ _log_softmax _softmax
_fused_dropout _weight_norm embedding_renorm_ set_data
abs abs_ acos acosh adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d adaptive_max_pool2d
add add_ addcdiv addcdiv_ addcmul addcmul_ addmm addmm_ addmv addr alias all allclose alpha_dropout amax amin aminmax angle any
arange argmax argmin argsort asin asinh atan atan2 atanh avg_pool1d avg_pool2d avg_pool3d
baddbmm batch_norm bernoulli bernoulli_ bilinear binary_cross_entropy binary_cross_entropy_with_logits bincount
bitwise_and bitwise_and_ bitwise_left_shift bitwise_not bitwise_or bitwise_or_ bitwise_right_shift bitwise_xor bmm
broadcast_to bucketize
cat cauchy_ cdist ceil ceil_ celu celu_ cholesky chunk clamp clamp_ clamp_max clamp_max_ clamp_min clamp_min_ clone col2im
complex concat conj constant_pad_nd contiguous conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d copy_
cos cos_ cosh cosine_embedding_loss cosine_similarity count_nonzero cross cross_entropy_loss ctc_loss cummax cummin
cumprod cumsum
deg2rad det detach detach_ diag diag_embed diagonal diff digamma dist div div_ dot dropout dropout_
einsum elu elu_ embedding embedding_bag empty empty_like empty_strided eq eq_ ne_ lt_ le_ gt_ ge_ equal erf erfc erfinv exp exp_ exp2 rsqrt_ expand
expand_as expm1 exponential_ eye
feature_alpha_dropout feature_dropout fill_ flatten flip fliplr flipud floor floor_ floor_divide fmax fmin fmod frac frac_
frobenius_norm full full_like
gather ge ge_ geometric_ gelu gelu_ glu grid_sampler group_norm gru gru_cell gt gt_
hardshrink hardsigmoid hardsigmoid_ hardswish hardswish_ hardtanh hardtanh_ heaviside hinge_embedding_loss histc hstack
huber_loss hypot
im2col imag index index_add index_add_ index_copy_ index_fill index_fill_ index_put_ index_select inner instance_norm
inverse is_nonzero isclose isfinite isin isinf isnan item
kl_div kthvalue l1_loss layer_norm le le_ leaky_relu leaky_relu_ lerp lerp_ lgamma linalg_cholesky linalg_det linalg_eig
linalg_eigh linalg_eigvals linalg_eigvalsh linalg_inv linalg_lstsq linalg_matrix_exp linalg_matrix_norm linalg_matrix_power linalg_matrix_rank
linalg_norm linalg_pinv linalg_qr linalg_slogdet linalg_solve linalg_svd linalg_svdvals linalg_vector_norm linear linspace
log log_ log10 log1p log2 log_normal_ log_sigmoid log_softmax logaddexp logcumsumexp logical_and logical_not logical_or
logical_xor logit logspace logsumexp lstm lstm_cell lt lt_
margin_ranking_loss masked_fill masked_fill_ masked_scatter masked_scatter_ masked_select matmul max max_pool1d max_pool2d
max_pool2d_with_indices max_pool3d maximum mean median meshgrid min minimum mish mish_ mm mode moveaxis movedim mse_loss mul mul_
multi_margin_loss multilabel_margin_loss multinomial mv
nan_to_num nanmean nansum narrow native_batch_norm native_layer_norm ne ne_ neg neg_ new_empty nll_loss nll_loss2d nll_loss_nd nonzero norm normal normal_
nuclear_norm
one_hot ones ones_like outer
pad pairwise_distance permute pin_memory pixel_shuffle pixel_unshuffle poisson poisson_nll_loss pow pow_ prelu prod
quantile
rad2deg rand rand_like randint randint_like randn randn_like random_ randperm real reciprocal reciprocal_ reflection_pad1d
reflection_pad2d relu relu_ relu6 relu6_ remainder renorm repeat repeat_interleave replication_pad1d replication_pad2d
reshape resize_ rnn_relu rnn_tanh rnn_tanh_cell rnn_relu_cell roll rot90 round round_ rrelu rsqrt rsqrt_ rsub
scatter scatter_ scatter_add scatter_add_ scatter_reduce searchsorted select selu selu_ sgn sigmoid sigmoid_ sign silu silu_ sin sin_
sinc sinh slice smooth_l1_loss soft_margin_loss softmax softplus softshrink sort sparse_coo_tensor split split_with_sizes sqrt
sqrt_ square square_ squeeze squeeze_ stack std std_mean sub sub_ sum svd swapaxes
t t_ take take_along_dim tan tanh tanh_ tensor_split tensordot threshold threshold_ tile to to_dense to_sparse topk trace transpose transpose_
triangular_solve tril tril_indices triplet_margin_loss triu triu_indices true_divide trunc trunc_ type_as
unbind unflatten unfold uniform_ unique_consecutive unique_dim _unique2 unsqueeze unsqueeze_ upsample_bilinear2d
upsample_nearest1d upsample_nearest2d upsample_bicubic2d upsample_linear1d
channel_shuffle reflection_pad3d replication_pad3d _pack_padded_sequence _pad_packed_sequence pad_sequence
vander var var_mean vdot view view_as view_as_complex view_as_real vstack
where xlogy zero_ zeros zeros_like set_ is_same_size lift_fresh
adaptive_max_pool3d affine_grid_generator alpha_dropout_ avg_pool2d_backward avg_pool3d_backward _adaptive_avg_pool3d_backward
feature_alpha_dropout_ feature_dropout_ fractional_max_pool2d fractional_max_pool3d max_pool1d_with_indices
max_pool3d_with_indices max_unpool2d max_unpool3d rrelu_ upsample_nearest3d upsample_trilinear3d _upsample_bilinear2d_aa
_upsample_bicubic2d_aa _upsample_nearest_exact1d upsample_nearest1d_backward upsample_nearest2d_backward upsample_nearest3d_backward
_standard_gamma _sample_dirichlet _dirichlet_grad binomial cholesky_solve cholesky_inverse linalg_solve_triangular logdet mvlgamma polygamma
erfinv_ multi_margin_loss atleast_1d
resolve_conj resolve_neg is_pinned coalesce is_coalesced sparse_dim dense_dim indices values adjoint
signbit sgn_ lgamma_ digamma_ polygamma mvlgamma mvlgamma_ i0 i0_ sinc_ deg2rad_ rad2deg_ nan_to_num_ conj_physical conj_physical_ resolve_conj
resolve_neg isposinf isneginf isreal logical_not_ bitwise_not_ sign_ exp2_ expm1_ log2_ log10_ log1p_ logit_ erf_ erfc_ erfinv_
tan_ asin_ acos_ atan_ sinh_ cosh_ asinh_ acosh_ atanh_ atan2_ hypot_ true_divide_ floor_divide_ remainder_ fmod_ float_power
gcd gcd_ lcm lcm_ ldexp ldexp_ xlogy_ logaddexp2 heaviside_ nextafter nextafter_ copysign copysign_ bitwise_xor_ bitwise_left_shift_
bitwise_right_shift_ polar logical_and_ logical_or_ logical_xor_ trapezoid cumulative_trapezoid cov corrcoef msort nanmedian nanquantile
histogram celu_ selu_ elu_ cumsum_ cumprod_ as_strided dstack column_stack block_diag cartesian_prod combinations hsplit vsplit dsplit
index_copy put put_ argwhere select_scatter slice_scatter diagonal_scatter tril_ diagflat kron vdot chain_matmul addmv_ addr_ baddbmm_
addbmm addbmm_ renorm_ logdet slogdet pinverse cholesky_inverse cholesky_solve qr adjoint ravel broadcast_tensors
triu_ resize_
fft_fft fft_fft2 fft_fftfreq fft_fftn fft_fftshift fft_hfft fft_hfft2 fft_hfftn fft_ifft fft_ifft2 fft_ifftn fft_ifftshift
fft_ihfft fft_ihfft2 fft_ihfftn fft_irfft fft_irfft2 fft_irfftn fft_rfft fft_rfft2 fft_rfftfreq fft_rfftn linalg_cholesky_ex
linalg_cond linalg_cross linalg_diagonal linalg_householder_product linalg_inv_ex linalg_ldl_factor linalg_ldl_factor_ex
linalg_ldl_solve linalg_lu linalg_lu_factor linalg_lu_solve linalg_multi_dot linalg_solve_ex linalg_tensorinv linalg_tensorsolve
linalg_vander linalg_vecdot special_airy_ai special_bessel_j0 special_bessel_j1 special_bessel_y0 special_bessel_y1
special_chebyshev_polynomial_t special_chebyshev_polynomial_u special_chebyshev_polynomial_v special_chebyshev_polynomial_w
special_digamma special_entr special_erf special_erfc special_erfcx special_erfinv special_exp2 special_expit special_expm1
special_gammainc special_gammaincc special_gammaln special_hermite_polynomial_h special_hermite_polynomial_he special_i0
special_i0e special_i1 special_i1e special_laguerre_polynomial_l special_legendre_polynomial_p special_log1p special_log_ndtr
special_log_softmax special_logit special_logsumexp special_modified_bessel_i0 special_modified_bessel_i1
special_modified_bessel_k0 special_modified_bessel_k1 special_multigammaln special_ndtr special_ndtri special_polygamma
special_psi special_round special_scaled_modified_bessel_k0 special_scaled_modified_bessel_k1
special_shifted_chebyshev_polynomial_t special_shifted_chebyshev_polynomial_u special_shifted_chebyshev_polynomial_v
special_shifted_chebyshev_polynomial_w special_sinc special_softmax special_spherical_bessel_j0 special_xlog1py special_xlogy
special_zeta
""".split()


def is_wanted(text):
    """Leaves out what only TorchScript has, named dimensions, and the variants that write to `out` arguments."""
    overload = text.split("(", 1)[0]
    if not torch._C._dispatch_has_kernel(overload) or "hacked_twin" in overload:
        return False
    writes_to_out = re.search(r"\*, .*Tensor\([a-z]!\)", text.split(" -> ")[0])
    named = re.search(r"\.\w*([nN]ames|[dD]imname)", overload) or "str[" in text
    return not writes_to_out and not named and "Storage" not in text


lines = sorted(
    str(schema)
    for schema in torch._C._jit_get_all_schemas()
    if schema.name.removeprefix("aten::") in NAMES and schema.name.startswith("aten::") and is_wanted(str(schema))
)
found = {re.match(r"aten::(\w+)", line).group(1) for line in lines}
missing = [name for name in NAMES if name not in found]
if missing:
    raise SystemExit("This libtorch has no operator named " + ", ".join(missing) + ".")
pathlib.Path(__file__).with_name("operators.txt").write_text("\n".join(lines) + "\n")
