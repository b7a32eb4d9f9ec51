"""Functions of images: unusual but valid arguments, every type, scalars, empty arrays, named arguments."""
from recorder import *

def W(*s, dtype="float32"): return T(*s, dtype=dtype, lo=0, hi=1)
for d in ("float32", "bfloat16", "float64", "float16", "uint8", "int32"):
    for df in (None, "channels_last", "channels_first"):
        kw = {} if df is None else {"data_format": df}
        def I(n, h, w, ch):
            s = ((n,) if n else ()) + ((ch, h, w) if df == "channels_first" else (h, w, ch))
            return T(*s, dtype=d, lo=0, hi=1)
        for n in ("image.rgb_to_grayscale", "image.rgb_to_hsv", "image.hsv_to_rgb", "image.sobel_edges"):
            c(n, I(2, 4, 5, 3), **kw); c(n, I(0, 4, 5, 3), **kw)
        c("image.rgb_to_grayscale", I(2, 4, 5, 1), **kw); c("image.rgb_to_grayscale", T(3), **kw); c("image.sobel_edges", I(2, 4, 5, 1), **kw)
        for m in ("bilinear", "nearest", "bicubic", "lanczos3", "lanczos5", "area"):
            for aa in (False, True):
                c("image.resize", I(2, 6, 8, 3), (3, 5), interpolation=m, antialias=aa, **kw); c("image.resize", I(0, 4, 3, 1), [7, 8], m, aa, **kw)
            c("image.resize", I(1, 6, 8, 2), (4, 4), interpolation=m, crop_to_aspect_ratio=True, **kw); c("image.resize", I(1, 6, 8, 2), (4, 4), interpolation=m, pad_to_aspect_ratio=True, fill_value=0.5, **kw); c("image.resize", I(0, 6, 8, 2), size=(7, 3), interpolation=m, pad_to_aspect_ratio=True, **kw)
        c("image.resize", I(1, 6, 8, 2), (4, 4), interpolation="foo", **kw); c("image.resize", I(1, 6, 8, 2), (4,), **kw); c("image.resize", I(1, 6, 8, 2), (4, 4), crop_to_aspect_ratio=True, pad_to_aspect_ratio=True, **kw)
        for m in ("bilinear", "nearest"):
            for f in ("constant", "nearest", "wrap", "mirror", "reflect"):
                tr = V([1.0, 0.1, -0.5, -0.1, 0.9, 0.3, 0.0, 0.0])
                c("image.affine_transform", I(0, 5, 6, 3), tr, m, f, 0.2, **kw); c("image.affine_transform", I(2, 5, 6, 2), ops.stack([tr, tr * 1.1]), interpolation=m, fill_mode=f, **kw)
            sp = V([[[0, 0], [0, 4], [4, 0], [4, 4]]]); ep = V([[[1, 0], [0.5, 4], [4, 0.3], [3, 4]]])
            c("image.perspective_transform", I(1, 5, 6, 2), sp, ep, interpolation=m, fill_value=0.3, **kw); c("image.perspective_transform", I(0, 5, 6, 2), sp[0], ep[0], m, **kw); c("image.perspective_transform", I(2, 5, 6, 2), ops.concatenate([sp, sp]), ops.concatenate([ep, ep]), interpolation=m, **kw)
        for pad in ("valid", "same"):
            c("image.extract_patches", I(2, 6, 8, 2), (2, 3), padding=pad, **kw); c("image.extract_patches", I(0, 6, 8, 2), 3, strides=2, padding=pad, **kw); c("image.extract_patches", I(1, 6, 8, 2), 2, strides=(1, 2) if 1 else 1, dilation_rate=1, padding=pad, **kw); c("image.extract_patches", I(1, 6, 8, 2), (2, 2), 1, 2, pad, **kw); c("image.extract_patches", I(1, 6, 8, 2), (2, 2), dilation_rate=(2, 1), padding=pad, **kw)
            s3 = ((2, 5, 5, 6) if df == "channels_first" else (5, 5, 6, 2))
            c("image.extract_patches_3d", T(1, *s3, dtype=d), 2, padding=pad, **kw); c("image.extract_patches_3d", T(*s3, dtype=d), (2, 3, 2), strides=(1, 2, 2), padding=pad, **kw); c("image.extract_patches_3d", T(1, *s3, dtype=d), (2, 2, 2), strides=1, dilation_rate=2, padding=pad, **kw)
        c("image.pad_images", I(2, 4, 5, 2), 1, 2, 3, 0, **kw); c("image.pad_images", I(0, 4, 5, 2), top_padding=1, left_padding=2, target_height=8, target_width=9, **kw); c("image.pad_images", I(1, 4, 5, 2), bottom_padding=1, right_padding=0, target_height=8, target_width=9, **kw); c("image.pad_images", I(1, 4, 5, 2), 1, 1, **kw)
        c("image.crop_images", I(2, 6, 7, 2), 1, 2, 3, 0, **kw); c("image.crop_images", I(0, 6, 7, 2), top_cropping=1, left_cropping=2, target_height=3, target_width=4, **kw); c("image.crop_images", I(1, 6, 7, 2), bottom_cropping=1, right_cropping=0, target_height=3, target_width=4, **kw)
        c("image.gaussian_blur", I(2, 6, 7, 2), **kw); c("image.gaussian_blur", I(0, 6, 7, 2), (5, 5), (0.5, 2.0), **kw); c("image.gaussian_blur", I(1, 6, 7, 2), kernel_size=[3, 3], sigma=[1.5, 1.5], **kw); c("image.gaussian_blur", I(1, 6, 7, 2), kernel_size=V([3, 3], "int32") if 0 else (3, 5), sigma=V([0.5, 1.5]), **kw)
        c("image.ssim", I(2, 16, 18, 3), I(2, 16, 18, 3), **kw); c("image.ssim", I(1, 12, 12, 1), I(1, 12, 12, 1), max_val=2.0, filter_size=5, filter_sigma=1.0, k1=0.02, k2=0.05, **kw); c("image.ssim", I(0, 16, 18, 3), I(0, 16, 18, 3), 255, **kw)
    for o in (0, 1):
        for f in ("constant", "nearest", "wrap", "mirror", "reflect"):
            c("image.map_coordinates", T(4, 5, dtype=d, lo=0), V([[0.5, 2.5, -1.2, 5.0], [1.0, 3.7, 4.5, -2.0]]), o, f, 0.5 if "float" in d else 2); c("image.map_coordinates", T(6, dtype=d), V([[[0.5, 2.0], [-3.0, 7.1]]]), order=o, fill_mode=f); c("image.map_coordinates", T(4, 5, 2, dtype=d), V([[1, 2], [0, 3], [1, 0]], "int32"), o, fill_mode=f)
    c("image.map_coordinates", T(4, 5, dtype=d), V([[0.5], [1.0]]), 2)
    for m in ("linear", "cubic", "lanczos3", "lanczos5"):
        c("image.scale_and_translate", T(1, 5, 6, 2, dtype=d), (1, 4, 3, 2), V([0.5, 0.7]), V([0.3, -0.2]), (1, 2), m); c("image.scale_and_translate", T(5, 6, 2, dtype=d), [8, 9, 2], [1.5, 1.2], [0.3, -0.2], [0, 1], method=m, antialias=False)
