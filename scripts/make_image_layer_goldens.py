"""Records Keras's image and audio preprocessing layers: config, seeds drawn, outputs in training and at rest, for tensors and for dictionaries.

Run with Keras 3 on TensorFlow; writes test/golden/layers/images.json.
Inputs are not stored: element i of array number k is (i * 7919 + k * 104729) % 1009 / 1009 * 255 as float32, or (i * 7919 + k * 104729) % 256 as uint8.
"""
import json
import pathlib
import types

import keras
import numpy as np
from keras import layers
from keras.src.utils import module_utils



def window(name, length, periodic):
    values = {"hann": np.hanning, "hamming": np.hamming}[name](length + 1 if periodic else length)
    return values[:length]


# Keras asks SciPy for windows of a name; NumPy has these two as well.
module_utils.scipy.module = types.SimpleNamespace(signal=types.SimpleNamespace(get_window=lambda name, length, periodic=True: window(name, length, periodic)))

CASES = []
BATCH, SINGLE = [2, 6, 5, 3], [6, 5, 3]
BOXES = [[[0, 1, 3, 4], [1, 1, 2, 5], [4, 4, 5, 6]], [[0, 0, 5, 6], [2, 0, 4, 3], [3, 3, 3, 3]]]
LABELS = [[0, 1, 2], [3, 4, 5]]


def values(k, shape, dtype="float32"):
    i = np.arange(int(np.prod(shape)), dtype=np.int64) * 7919 + k * 104729
    return ((i % 1009) / 1009 * 255 if dtype == "float32" else i % 256).reshape(shape).astype(dtype)


def case(cls, shape=None, dtype="float32", kind="images", unit=1.0, **kwargs):
    CASES.append((cls, shape or BATCH, dtype, kind, unit, kwargs))


def both(cls, *, uint8=True, **kwargs):
    """A batch, an image, bytes, channels first."""
    case(cls, **kwargs)
    case(cls, SINGLE, **kwargs)
    if uint8:
        case(cls, BATCH, "uint8", **kwargs)
    case(cls, [2, 3, 6, 5], data_format="channels_first", **kwargs)


for name, kwargs in {
    "RandomBrightness": {"factor": 0.3}, "RandomColorDegeneration": {"factor": 0.6}, "RandomContrast": {"factor": 0.7}, "RandomHue": {"factor": 0.4},
    "RandomSaturation": {"factor": (0.3, 0.9)}, "RandomSharpness": {"factor": 0.8}, "RandomPosterization": {"factor": 6}, "RandomInvert": {"factor": 0.9},
    "RandomGrayscale": {"factor": 0.5}, "RandomGaussianBlur": {"factor": (0.6, 1.0), "kernel_size": 3, "sigma": (0.4, 1.0)}, "RandomErasing": {"factor": 1.0, "scale": (0.1, 0.4)},
    "Solarization": {"addition_factor": 0.3, "threshold_factor": (0.2, 0.6)}, "RandomFlip": {}, "RandomCrop": {"height": 4, "width": 3}, "RandomRotation": {"factor": 0.2},
    "RandomTranslation": {"height_factor": 0.3, "width_factor": (-0.2, 0.4)}, "RandomZoom": {"height_factor": (0.1, 0.4)}, "RandomShear": {"x_factor": 0.3, "y_factor": 0.2},
    "RandomElasticTransform": {"factor": 1.0, "scale": (0.6, 1.0)}, "RandomPerspective": {"factor": 1.0, "scale": 0.4},
    "MixUp": {"alpha": 0.4}, "CutMix": {"factor": (0.5, 1.0)},
    "RandomColorJitter": {"brightness_factor": 0.2, "contrast_factor": 0.3, "hue_factor": 0.1},
}.items():
    both(name, seed=7, uint8=name not in ("RandomBrightness", "RandomContrast", "RandomSaturation"), **kwargs)

for name, kwargs in {
    "Resizing": {"height": 4, "width": 7}, "CenterCrop": {"height": 3, "width": 2}, "AutoContrast": {}, "Equalization": {},
    "ContrastLimitedAdaptiveHistogramEqualization": {"tile_grid_size": (2, 2)},
}.items():
    both(name, **kwargs)

# Other arguments.
case("RandomBrightness", factor=(0.1, 0.5), value_range=(0, 1), seed=3, unit=1 / 255)
case("RandomContrast", factor=(0.2, 0.6), value_range=(0, 200), seed=3)
case("RandomHue", factor=(0.2, 0.6), value_range=(0, 1), seed=3, unit=1 / 255)
case("RandomSaturation", factor=0.6, value_range=(0, 1), seed=3, unit=1 / 255)
case("RandomPosterization", factor=(3, 3), value_range=(0, 1), seed=3, unit=1 / 255)
case("RandomInvert", factor=(0.2, 0.6), value_range=(20, 200), seed=3)
case("RandomErasing", factor=0.9, fill_value=17.5, seed=3)
case("RandomErasing", factor=0.9, fill_value=(1, 2, 3), value_range=(0, 2), seed=3)
case("RandomGaussianBlur", factor=1.0, kernel_size=(5, 3), sigma=0.5, seed=3)
case("RandomColorJitter", brightness_factor=(0.1, 0.2), saturation_factor=(0.4, 0.6), value_range=(0, 1), seed=3, unit=1 / 255)
case("Solarization", addition_factor=0.5, threshold_factor=0.75, value_range=(20, 200), seed=3)
for mode in ("horizontal", "vertical"):
    case("RandomFlip", [5, 3, 4, 2], mode=mode, seed=3)
for height, width in ((9, 3), (4, 8), (6, 5), (12, 12)):
    case("RandomCrop", height=height, width=width, seed=3)
for fill, interpolation in (("constant", "nearest"), ("wrap", "bilinear"), ("nearest", "nearest")):
    both("RandomRotation", uint8=False, factor=(-0.1, 0.3), fill_mode=fill, interpolation=interpolation, fill_value=3.0, seed=5)
    case("RandomTranslation", height_factor=(0.1, 0.4), width_factor=0.5, fill_mode=fill, interpolation=interpolation, fill_value=3.0, seed=5)
    case("RandomZoom", height_factor=0.4, width_factor=(-0.3, 0.2), fill_mode=fill, interpolation=interpolation, fill_value=3.0, seed=5)
    case("RandomShear", x_factor=(0.1, 0.4), y_factor=0.0, fill_mode=fill, interpolation=interpolation, fill_value=3.0, seed=5)
    case("RandomElasticTransform", [2, 14, 16, 2], factor=0.8, scale=1.0, fill_mode=fill, interpolation=interpolation, fill_value=3.0, seed=5)
case("RandomElasticTransform", [1, 30, 44, 1], factor=1.0, scale=(0.5, 1.0), seed=5)
case("RandomPerspective", factor=0.7, scale=0.9, interpolation="nearest", fill_value=9.0, seed=5)
for interpolation in ("nearest", "bicubic", "lanczos3", "area"):
    case("Resizing", height=3, width=8, interpolation=interpolation)
case("Resizing", height=3, width=8, crop_to_aspect_ratio=True)
case("Resizing", height=3, width=8, pad_to_aspect_ratio=True, fill_value=4.0)
case("Resizing", height=3, width=4, antialias=True)
for height, width in ((7, 4), (9, 9), (6, 5)):
    case("CenterCrop", height=height, width=width)
case("CenterCrop", [2, 3, 6, 5], height=8, width=4, data_format="channels_first")
case("AutoContrast", value_range=(0, 1), unit=1 / 255)
case("Equalization", value_range=(0, 1), bins=32, unit=1 / 255)
case("Equalization", bins=8)
case("ContrastLimitedAdaptiveHistogramEqualization", [1, 9, 10, 2], tile_grid_size=(4, 3), clip_limit=1.5, value_range=(0, 1), unit=1 / 255)
case("ContrastLimitedAdaptiveHistogramEqualization", [1, 8, 8, 1], clip_limit=0.0)
for seed in (1, 2, 3, 4):
    case("RandAugment", seed=seed)
    case("AugMix", kind="python", seed=seed)
case("RandAugment", num_ops=3, factor=0.2, value_range=(0, 1), interpolation="nearest", seed=9, unit=1 / 255)
case("RandAugment", SINGLE, seed=1)
case("RandAugment", BATCH, "uint8", seed=2)
case("AugMix", kind="python", num_chains=2, chain_depth=4, factor=(0.1, 0.4), alpha=0.5, all_ops=False, interpolation="nearest", seed=9)
case("MixUp", [5, 3, 3, 1], alpha=2.0, seed=11)
case("CutMix", [5, 6, 6, 1], factor=0.4, seed=11)

# Sound.
for mode in ("log", "magnitude", "psd", "real", "imag", "angle", "stft"):
    case("STFTSpectrogram", [2, 40, 2], mode=mode, frame_length=12, frame_step=5)
case("STFTSpectrogram", [2, 40, 2], mode="magnitude", frame_length=8, fft_length=16, window="hamming", periodic=True, scaling="spectrum", expand_dims=True, padding="same")
case("STFTSpectrogram", [2, 40, 1], mode="stft", frame_length=9, window=None, scaling=None, unit=1 / 255)
case("MelSpectrogram", [2, 300], fft_length=64, sequence_stride=32, num_mel_bins=12, sampling_rate=4000, unit=1 / 255)
case("MelSpectrogram", [200], fft_length=64, sequence_stride=20, sequence_length=50, num_mel_bins=9, sampling_rate=4000, max_freq=1500.0, window="hamming", power_to_db=False, mag_exp=1.0, unit=1 / 255)
case("MelSpectrogram", [1, 300], fft_length=64, sequence_stride=32, num_mel_bins=8, sampling_rate=8000, min_freq=100.0, top_db=20.0, min_power=1e-5, ref_power=2.0)

# Dictionaries.
for name, kwargs in {
    "RandomFlip": {"seed": 2}, "RandomRotation": {"factor": 0.1, "seed": 2}, "RandomTranslation": {"height_factor": 0.2, "width_factor": 0.2, "seed": 2},
    "RandomZoom": {"height_factor": 0.3, "width_factor": 0.2, "seed": 2}, "RandomShear": {"x_factor": 0.3, "y_factor": 0.3, "seed": 2},
    "RandomPerspective": {"factor": 1.0, "scale": 0.4, "seed": 2}, "RandomCrop": {"height": 4, "width": 3, "seed": 2}, "CenterCrop": {"height": 4, "width": 3},
    "Resizing": {"height": 4, "width": 8}, "RandomBrightness": {"factor": 0.3, "seed": 2}, "MaxNumBoundingBoxes": {"max_number": 2}, "RandAugment": {"seed": 4},
}.items():
    for form in ("xyxy", "rel_xyxy", "center_xywh") if name in ("RandomFlip", "RandomTranslation", "RandomZoom") else ("xyxy", "yxyx") if name in ("CenterCrop", "Resizing") else ("xyxy",):
        case(name, kind="detection", bounding_box_format=form, **kwargs)
case("MaxNumBoundingBoxes", kind="detection", bounding_box_format="xyxy", max_number=5, fill_value=-1)
case("Resizing", kind="detection", bounding_box_format="xyxy", height=4, width=8, pad_to_aspect_ratio=True)
case("Resizing", kind="detection", bounding_box_format="xyxy", height=4, width=8, crop_to_aspect_ratio=True)
case("CenterCrop", kind="detection", bounding_box_format="xywh", height=9, width=4)
for name in ("RandomFlip", "RandomErasing", "RandomElasticTransform", "RandomGaussianBlur", "RandomHue"):
    case(name, kind="segmentation", seed=6, **({"factor": 0.3} if name == "RandomHue" else {}))
case("CutMix", kind="labels", seed=6)
case("MixUp", kind="labels", seed=6, alpha=0.3)
case("AugMix", kind="python segmentation", seed=6)


def inputs(shape, dtype, kind, unit):
    images = (values(0, shape, dtype) * unit).astype(dtype)
    if "detection" in kind:
        return {"images": images, "bounding_boxes": {"boxes": np.array(BOXES, "float32"), "labels": np.array(LABELS, "int32")}, "labels": values(3, [2, 3])}
    if "segmentation" in kind:
        return {"images": images, "labels": values(3, [2, 3]), "segmentation_masks": np.floor(values(4, [2, 6, 5, 1]) / 64)}
    return {"images": images, "labels": values(3, [2, 3])} if kind == "labels" else images


def flat(data, prefix=""):
    if not isinstance(data, dict):
        return {prefix.rstrip("/"): data}
    return {k: v for name, item in data.items() for k, v in flat(item, f"{prefix}{name}/").items()}


def tensor(x):
    x = keras.ops.convert_to_numpy(x)
    return {"dtype": str(x.dtype), "shape": list(x.shape), "data": [float(f"{v:.6g}") for v in np.asarray(x, "float64").ravel()]}


def plain(x):
    if isinstance(x, (list, tuple)):
        return [plain(v) for v in x]
    return x.item() if hasattr(x, "item") else x


def main():
    cases = []
    for cls, shape, dtype, kind, unit, kwargs in CASES:
        record = {"class": cls, "shape": shape, "dtype": dtype, "kind": kind, "unit": unit, "arguments": plain(kwargs)}
        for training in (True, False):
            layer = getattr(layers, cls)(**kwargs)
            keras.utils.set_random_seed(kwargs.get("seed", 0))
            data = inputs(shape, dtype, kind, unit)
            before = flat(inputs(shape, dtype, kind, unit))
            try:
                output = flat(layer(data, training=training) if "Spectrogram" not in cls else layer(data))
            except Exception as e:
                print(cls, kind, shape, dtype, training, type(e).__name__, str(e)[:200].replace("\n", " "))
                continue
            same = not training and all(tensor(before[k]) == tensor(output[k]) for k in before)
            record["training" if training else "rest"] = "same" if same else {k: tensor(v) for k, v in output.items()}
            if hasattr(layer, "generator"):
                record["draws" if training else "rest_draws"] = int(np.asarray(layer.generator.state)[1])
            record["config"] = {k: plain(v) for k, v in layer.get_config().items() if k not in ("name", "dtype", "trainable")}
        cases.append(record)
    path = pathlib.Path(__file__).parent.parent / "test/golden/layers/images.json"
    lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
    path.write_text(f'{{"keras":"{keras.__version__}","cases":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
