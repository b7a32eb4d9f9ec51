"""Writes test/golden/kernels/kernels.json: small cases of TensorFlow's kernels whose exact semantics matter.

Run with the Python that has TensorFlow 2.16.2: python scripts/make_kernel_goldens.py
A case is the op, its integers, its inputs and its outputs, flat, with nine digits.
"""
import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf

R = tf.raw_ops
rng = np.random.RandomState(0)
cases = []


def flat(a):
    return [x if np.isfinite(x) else str(x) for x in (float(f"{x:.9g}") for x in np.asarray(a).astype(np.float64).ravel())]


def add(op, ints, inputs, outputs):
    cases.append(dict(op=op, ints=ints, inputs=[flat(i) for i in inputs], outputs=[flat(o) for o in outputs]))


def random(*shape):
    return tf.constant(rng.uniform(-1, 1, shape).round(3), tf.float64)


def levels(*shape):
    """Few different values, so that windows have ties."""
    return tf.constant(rng.randint(0, 3, shape), tf.float64)


# ints: batch, channels, then D H W of input, window, stride, and 1 for SAME
for spatial, window, stride in [((1, 4, 5), (1, 2, 3), (1, 2, 1)), ((1, 6, 6), (1, 3, 3), (1, 2, 2)), ((1, 1, 9), (1, 1, 4), (1, 1, 3)), ((3, 4, 4), (2, 3, 2), (2, 1, 2))]:
    for same in (0, 1):
        for channels in (1, 5):
            x = levels(2, *spatial, channels)
            k = dict(ksize=[1, *window, 1], strides=[1, *stride, 1], padding="SAME" if same else "VALID")
            flat2 = spatial[0] == 1 and window[0] == 1
            if flat2:
                k2 = dict(ksize=[1, *window[1:], 1], strides=[1, *stride[1:], 1], padding=k["padding"])
                x2 = x[:, 0]
                y = R.MaxPool(input=x2, **k2)
                g = random(*y.shape)
                dx = R.MaxPoolGrad(orig_input=x2, orig_output=y, grad=g, **k2)
                a = R.AvgPool(value=x2, **k2)
                da = R.AvgPoolGrad(orig_input_shape=x2.shape, grad=g, **k2)
            else:
                x32 = tf.cast(x, tf.float32)
                y = R.MaxPool3D(input=x32, **k)
                g = tf.cast(random(*y.shape), tf.float32)
                dx = R.MaxPool3DGrad(orig_input=x32, orig_output=y, grad=g, **k)
                a = R.AvgPool3D(input=x32, **k)
                da = R.AvgPool3DGrad(orig_input_shape=x.shape, grad=g, **k)
            add("pool2" if flat2 else "pool3", [2, channels, *spatial, *window, *stride, same], [x, g], [y, dx, a, da])

# ints: rows, channels, training; inputs: x, scale, offset, mean, variance, gradient; factor is the exponential average's
for rows, channels in [(1, 3), (2, 4), (30, 5), (9, 17)]:
    for training, factor in ((1, 1.0), (1, 0.25), (0, 1.0)):
        x, g = (tf.constant(rng.normal(1, 2, (rows, 1, 1, channels)).round(3), tf.float32) for _ in range(2))
        scale, offset, mean, variance = (tf.constant(rng.uniform(0.5, 2, channels), tf.float32) for _ in range(4))
        empty = tf.zeros([0])
        old = (empty, empty) if training and factor == 1 else (mean, variance)
        y = R.FusedBatchNormV3(x=x, scale=scale, offset=offset, mean=old[0], variance=old[1], epsilon=1e-3, exponential_avg_factor=factor, data_format="NHWC", is_training=bool(training))
        saved = (y.reserve_space_1, y.reserve_space_2) if training else (mean, variance)
        d = R.FusedBatchNormGradV3(y_backprop=g, x=x, scale=scale, reserve_space_1=saved[0], reserve_space_2=saved[1], reserve_space_3=y.reserve_space_3, epsilon=1e-3, data_format="NHWC", is_training=bool(training))
        cases.append(dict(op="batchnorm", ints=[rows, channels, training], factor=factor, inputs=[flat(v) for v in (x, scale, offset, mean, variance, g)],
                          outputs=[flat(v) for v in (y.y, y.batch_mean, y.batch_variance, *saved, *d[:3])]))

# ints: batch, channels, H W in, H W out, half pixel centres, align corners
for size, out in [((3, 4), (6, 8)), ((4, 5), (7, 3)), ((2, 2), (1, 5)), ((6, 4), (3, 2))]:
    for half, align in ((1, 0), (0, 0), (0, 1)):
        x = random(2, *size, 3)
        g = random(2, *out, 3)
        g32, x32 = tf.cast(g, tf.float32), tf.cast(x, tf.float32)
        k = dict(half_pixel_centers=bool(half), align_corners=bool(align))
        near = R.ResizeNearestNeighbor(images=x, size=out, **k)
        line = R.ResizeBilinear(images=x32, size=out, **k)
        dnear = R.ResizeNearestNeighborGrad(grads=g32, size=size, **k)
        dline = R.ResizeBilinearGrad(grads=g32, original_image=x32, **k)
        add("resize", [2, 3, *size, *out, half, align], [x, g], [near, line, dnear, dline])

# ints: rows, columns, k
for rows, columns, k in [(3, 7, 4), (2, 1, 1), (1, 40, 40), (4, 30, 3)]:
    x = tf.constant(rng.randint(0, 9, (rows, columns)), tf.float64)
    v, i = R.TopKV2(input=x, k=k, sorted=True)
    add("topk", [rows, columns, k], [x], [v, i])

# ints: axis
for shape, axis in [((3, 4, 5), 0), ((3, 4, 5), 1), ((3, 4, 5), 2), ((20,), 0)]:
    x = levels(*shape)
    cases.append(dict(op="arg", ints=[axis], shape=list(shape), inputs=[flat(x)], outputs=[flat(R.ArgMax(input=x, dimension=axis)), flat(R.ArgMin(input=x, dimension=axis))]))

out = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "kernels", "kernels.json")
with open(out, "w") as f:
    f.write(json.dumps(dict(tensorflow=tf.__version__, cases=cases), separators=(",", ":")).replace("},{", "},\n{") + "\n")
