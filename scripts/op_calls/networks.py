"""Functions of networks, matrices and signals: unusual but valid arguments, every type, scalars, empty arrays, named arguments."""
from recorder import *

def W(*s, dtype="float32"): return T(*s, dtype=dtype, lo=-1, hi=1)
for d in ("float32", "bfloat16", "float64", "float16"):
    for df in (None, "channels_last", "channels_first"):
        kw = {} if df is None else {"data_format": df}
        def I(n, sp, ch): return W(n, ch, *sp, dtype=d) if df == "channels_first" else W(n, *sp, ch, dtype=d)
        for pool in ("nn.max_pool", "nn.average_pool"):
            c(pool, I(2, (7,), 3), 2, **kw); c(pool, I(2, (7,), 3), (3,), strides=(2,), padding="same", **kw); c(pool, I(2, (6, 5), 3), (2, 3), strides=1, padding="valid", **kw); c(pool, I(1, (6, 5), 3), 2, strides=(2, 1), padding="same", **kw); c(pool, I(1, (4, 4, 5), 2), 2, 1, **kw); c(pool, I(1, (4, 4, 5), 2), (2, 1, 3), padding="same", **kw); c(pool, I(1, (2, 2), 2), 3, **kw)
        for pool in ("nn.adaptive_average_pool", "nn.adaptive_max_pool"):
            c(pool, I(2, (7,), 3), 3, **kw); c(pool, I(2, (6, 5), 3), (2, 3), **kw); c(pool, I(2, (6, 5), 3), 4, **kw); c(pool, I(1, (4, 4, 5), 2), (2, 3, 2), **kw)
        if d in ("float16",): continue
        for st, pad, dil in [(1, "valid", 1), (2, "same", 1), (1, "same", 2), (1, "valid", 2), (2, "valid", 2), (2, "same", 2)]:
            k = {"strides": st, "padding": pad, "dilation_rate": dil, **kw}
            c("nn.conv", I(2, (9,), 4), W(3, 4, 6, dtype=d), **k); c("nn.conv", I(1, (9, 8), 4), W(3, 2, 4, 6, dtype=d), **k); c("nn.conv", I(1, (9, 8), 4), W(3, 3, 2, 6, dtype=d), **k); c("nn.conv", I(1, (6, 7, 6), 2), W(2, 3, 2, 2, 4, dtype=d), **k)
            c("nn.depthwise_conv", I(2, (9,), 4), W(3, 4, 2, dtype=d), **k); c("nn.depthwise_conv", I(1, (9, 8), 3), W(3, 2, 3, 1, dtype=d), **k)
            c("nn.separable_conv", I(2, (9,), 4), W(3, 4, 2, dtype=d), W(1, 8, 5, dtype=d), **k); c("nn.separable_conv", I(1, (9, 8), 3), W(3, 2, 3, 1, dtype=d), W(1, 1, 3, 2, dtype=d), **k)
            c("nn.conv_transpose", I(2, (5,), 4), W(3, 6, 4, dtype=d), **k); c("nn.conv_transpose", I(1, (4, 5), 4), W(3, 2, 6, 4, dtype=d), **k); c("nn.conv_transpose", I(1, (3, 2, 3), 2), W(2, 3, 2, 2, 2, dtype=d), **k)
        c("nn.conv", I(1, (9, 8), 4), W(3, 2, 4, 6, dtype=d), (2, 1), **kw); c("nn.conv", I(1, (9, 8), 4), W(3, 2, 4, 6, dtype=d), strides=(2, 1), dilation_rate=(2, 1), **kw); c("nn.conv", I(1, (9, 8), 4), W(3, 2, 3, 6, dtype=d), **kw)
        c("nn.conv_transpose", I(1, (4, 5), 4), W(3, 3, 6, 4, dtype=d), strides=2, output_padding=1, **kw); c("nn.conv_transpose", I(1, (4, 5), 4), W(3, 3, 6, 4, dtype=d), strides=(2, 3), output_padding=(1, 0), padding="same", **kw); c("nn.conv_transpose", I(1, (5,), 4), W(3, 6, 4, dtype=d), strides=2, output_padding=0, padding="same", **kw)
for d in ("float32", "bfloat16", "float64", "float16", "int32"):
    x = T(2, 4, 3, dtype=d)
    c("nn.batch_normalization", x, T(3, dtype=d), T(3, dtype=d, lo=0.1), axis=-1); c("nn.batch_normalization", x, T(4, dtype=d), T(4, dtype=d, lo=0.1), axis=1, offset=T(4, dtype=d), scale=T(4, dtype=d), epsilon=0.1); c("nn.batch_normalization", x, T(3), T(3, lo=0.1), -1, scale=T(3))
    c("nn.layer_normalization", x); c("nn.layer_normalization", x, T(3, dtype=d), T(3, dtype=d)); c("nn.layer_normalization", x, axis=(1, 2)); c("nn.layer_normalization", x, axis=1, epsilon=0.1); c("nn.layer_normalization", x, gamma=T(4, dtype=d), axis=1); c("nn.layer_normalization", x, T(4, 3, dtype=d), T(4, 3, dtype=d), axis=[1, 2]); c("nn.layer_normalization", x, beta=T(3, dtype=d)); c("nn.layer_normalization", x, rms_scaling=True)
    c("nn.rms_normalization", x); c("nn.rms_normalization", x, T(3, dtype=d)); c("nn.rms_normalization", x, axis=(1, 2), epsilon=0.1); c("nn.rms_normalization", x, scale=2.0, axis=1); c("nn.rms_normalization", x, 3)
    for a in (-1, 0, (0, 1), None):
        for o in (1, 2, 3, 0.5): c("nn.normalize", x, axis=a, order=o)
        c("nn.normalize", x, axis=a, epsilon=0.5)
    for a in ((0,), (0, 2), [-1], (0, 1, 2), 1):
        c("nn.moments", x, a); c("nn.moments", x, axes=a, keepdims=True)
    c("nn.dot_product_attention", T(2, 4, 3, 8, dtype=d), T(2, 5, 3, 8, dtype=d), T(2, 5, 3, 8, dtype=d)); c("nn.dot_product_attention", T(2, 4, 2, 8, dtype=d), T(2, 4, 2, 8, dtype=d), T(2, 4, 2, 8, dtype=d), is_causal=True, scale=0.3); c("nn.dot_product_attention", T(1, 3, 4, 2, dtype=d), T(1, 3, 2, 2, dtype=d), T(1, 3, 2, 2, dtype=d)); c("nn.dot_product_attention", T(1, 3, 2, 4, dtype=d), T(1, 3, 2, 4, dtype=d), T(1, 3, 2, 4, dtype=d), bias=T(1, 2, 3, 3, dtype=d), mask=T(1, 1, 3, 3, dtype="bool")); c("nn.dot_product_attention", T(1, 3, 2, 4, dtype=d), T(1, 3, 2, 4, dtype=d), T(1, 3, 2, 4, dtype=d), attn_logits_soft_cap=0.5, flash_attention=False); c("nn.dot_product_attention", T(1, 3, 4), T(1, 3, 4), T(1, 3, 4))
    p = ops.softmax(T(3, 4)) if d == "int32" else ops.cast(ops.softmax(T(3, 4)), d)
    p = ops.cast(p, d if d != "int32" else "float32")
    t = ops.one_hot([0, 3, 1], 4, dtype=d)
    c("nn.categorical_crossentropy", t, p); c("nn.categorical_crossentropy", t, T(3, 4), from_logits=True); c("nn.categorical_crossentropy", t, p, axis=0); c("nn.categorical_crossentropy", T(2, 3, 4, dtype=d), T(2, 3, 4, lo=0.1), False, 1); c("nn.categorical_crossentropy", T(3, 4), T(4, 3))
    c("nn.sparse_categorical_crossentropy", V([0, 3, 1], "int32"), p); c("nn.sparse_categorical_crossentropy", V([[0], [3], [1]], "int64"), T(3, 4, dtype=d if d != "int32" else "float32"), True); c("nn.sparse_categorical_crossentropy", V([[0, 1], [2, 1]], d), T(2, 2, 3, lo=0.1)); c("nn.sparse_categorical_crossentropy", V([0, 3], "int32"), p); c("nn.sparse_categorical_crossentropy", V([0, -1, 9], "int32"), T(3, 4), from_logits=True); c("nn.sparse_categorical_crossentropy", V([0, 3, 1], "int32"), p, axis=1)
    c("nn.binary_crossentropy", T(3, dtype="int32"), T(3, lo=0.1, hi=0.9)); c("nn.binary_crossentropy", T(3, dtype=d), T(3, dtype=d), from_logits=True); c("nn.binary_crossentropy", V([0, 1, 1], d), V([0, 1, 0.5], "float32")); c("nn.binary_crossentropy", T(3), T(2))
    c("nn.psnr", T(2, 3, 3, dtype=d), T(2, 3, 3, dtype=d), 2.0); c("nn.psnr", T(2, 3, dtype=d), T(2, 3, dtype=d), max_val=255); c("nn.psnr", T(2, 3), T(3, 3), 1)
    c("nn.polar", T(3, dtype=d), T(3, dtype=d))
    if d != "int32":
        c("nn.ctc_loss", V([[1, 2, 1], [2, 0, 0]], "int32"), T(2, 6, 4, dtype=d), V([3, 1], "int32"), V([6, 4], "int32")); c("nn.ctc_loss", V([[1, 2, 3], [2, 3, 0]], "int32"), T(2, 6, 4, dtype=d), V([3, 2], "int32"), V([6, 4], "int32"), mask_index=0); c("nn.ctc_loss", V([[1, 2, 0], [2, 0, 0]], "int32"), T(2, 6, 4, dtype=d), V([3, 1], "int32"), V([6, 4], "int32"), mask_index=3)
        for s in ("greedy", "beam_search"):
            for kw in ({}, {"merge_repeated": False}, {"mask_index": 1}, {"top_paths": 2, "beam_width": 4} if s == "beam_search" else {}): c("nn.ctc_decode", T(2, 5, 4, dtype=d), V([5, 3], "int32"), strategy=s, **kw)
        c("nn.unfold", T(1, 2, 5, 6, dtype=d), 2); c("nn.unfold", T(1, 2, 5, 6, dtype=d), (2, 3), dilation=1, padding=1, stride=2); c("nn.unfold", T(2, 1, 6, 6, dtype=d), 2, dilation=(2, 1), padding=(0, 1), stride=(1, 2)); c("nn.fold", T(1, 8, 4, dtype=d), (3, 3), 2); c("nn.fold", T(1, 4, 9, dtype=d), output_size=4, kernel_size=2); c("nn.fold", T(1, 8, 9, dtype=d), (4, 4), (2, 2), dilation=1, padding=1, stride=2)
    # math / linalg
    m = T(2, 3, 3, dtype=d); sq = ops.matmul(m, ops.transpose(m, (0, 2, 1))) + ops.cast(3 * ops.eye(3), d)
    for n in ("linalg.det", "linalg.inv", "linalg.eig", "linalg.eigh", "linalg.cholesky", "linalg.cholesky_inverse", "math.logdet", "numpy.slogdet", "linalg.lu_factor", "linalg.qr", "linalg.pinv", "linalg.matrix_rank"):
        c(n, sq); c(n, T(2, 3, 4, dtype=d)); c(n, T(3, dtype=d)); c(n, sq[0])
    c("linalg.cholesky", sq, upper=True); c("linalg.cholesky_inverse", sq, upper=True); c("linalg.qr", T(2, 4, 3, dtype=d), mode="complete"); c("linalg.qr", T(3, 5, dtype=d), "reduced"); c("linalg.pinv", T(2, 4, 3, dtype=d), rcond=0.1); c("linalg.pinv", T(2, 3, 4, dtype=d)); c("linalg.matrix_rank", T(2, 4, 3, dtype=d), tol=0.5)
    c("linalg.svd", T(2, 4, 3, dtype=d)); c("linalg.svd", T(3, 4, dtype=d), full_matrices=False); c("linalg.svd", T(3, 4, dtype=d), compute_uv=False); c("linalg.svd", T(3, 3, dtype=d), False, False)
    c("linalg.solve", sq, T(2, 3, 2, dtype=d)); c("linalg.solve", sq, T(2, 3, dtype=d)); c("linalg.solve", sq[0], T(3, dtype=d)); c("linalg.solve_triangular", ops.tril(sq), T(2, 3, 2, dtype=d), lower=True); c("linalg.solve_triangular", ops.triu(sq), T(2, 3, dtype=d)); c("linalg.solve_triangular", ops.triu(sq[0]), T(3, 2, dtype=d), False)
    c("linalg.lstsq", T(4, 3, dtype=d), T(4, dtype=d)); c("linalg.lstsq", T(4, 3, dtype=d), T(4, 2, dtype=d), rcond=0.1); c("linalg.lstsq", T(2, 3, dtype=d), T(2, 2, dtype=d))
    v = T(3, 4, dtype=d); v3 = T(2, 3, 4, dtype=d)
    for o in (None, 1, 2, -1, -2, "fro", "nuc", float("inf"), -float("inf"), 0, 3, 0.5):
        for a in (None, 0, -1, (0, 1), (1, 2), [-2, -1]):
            c("linalg.norm", v3 if a is not None else v, ord=o, axis=a); c("linalg.norm", v3 if a is not None else T(5, dtype=d), o, a, True)
    for kw in ({}, {"fft_length": 6}, {"fft_length": 3}, {"fft_length": 10}):
        c("math.rfft", T(2, 6, dtype=d), **kw); c("math.rfft", T(7, dtype=d), **kw); c("math.irfft", (T(2, 4, dtype=d), T(2, 4, dtype=d)), **kw)
    for n in ("math.fft", "math.fft2", "math.ifft2"): c(n, (T(2, 4, 3, dtype=d), T(2, 4, 3, dtype=d))); c(n, (T(4, dtype=d), T(4, dtype=d)))
    c("math.stft", T(2, 20, dtype=d), 4, 2, 8); c("math.stft", T(20, dtype=d), 8, 4, 8, window="hamming", center=False); c("math.stft", T(20, dtype=d), sequence_length=8, sequence_stride=3, fft_length=8, window=None); c("math.stft", T(2, 20, dtype=d), 4, 2, 8, window=T(4, dtype=d)); c("math.stft", T(2, 20, dtype=d), 8, 2, 4)
    c("math.istft", (T(2, 6, 5, dtype=d), T(2, 6, 5, dtype=d)), 8, 4, 8); c("math.istft", (T(6, 5, dtype=d), T(6, 5, dtype=d)), 8, 4, 8, length=16, window="hamming", center=False); c("math.istft", (T(6, 5, dtype=d), T(6, 5, dtype=d)), 4, 2, 8, window=None); c("math.istft", (T(6, 5, dtype=d), T(6, 5, dtype=d)), 8, 2, 8, 11)
    c("math.extract_sequences", T(2, 10, dtype=d), 4, 2); c("math.extract_sequences", T(10, dtype=d), sequence_length=3, sequence_stride=3); c("math.extract_sequences", T(2, 10, dtype=d), 11, 1)
    c("math.cdist", T(3, 4, dtype=d), T(2, 4, dtype=d)); c("math.cdist", T(2, 3, 4, dtype=d), T(2, 2, 4, dtype=d)); c("math.view_as_complex", T(3, 2, dtype=d)); c("math.view_as_complex", T(3, 3, dtype=d))
    c("math.logsumexp", v3, axis=(0, -1), keepdims=True); c("math.logsumexp", v3, 1)
c("math.view_as_real", tf.complex(T(3), T(3))); c("math.view_as_real", T(3)); c("math.fft", T(3))
