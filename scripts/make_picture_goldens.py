"""Records keras.utils' functions of picture files: load_img, array_to_img, image_dataset_from_directory.

Run with Keras 3 on TensorFlow and Pillow; writes test/golden/pictures/pictures.json. The files stand in it as base64.
"""
import base64
import io
import json
import pathlib
import tempfile

import keras
import numpy as np
from PIL import Image


def pixels(k, *shape):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((i * 7919 + k * 104729) % 1009 % 256).reshape(shape).astype("uint8")


def smooth(height, width):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([x * 20, y * 25, (x + y) * 9], -1).astype("uint8")


def encoded(array, mode, form, **kwargs):
    data = io.BytesIO()
    image = Image.fromarray(array, mode)
    (image.quantize(16) if kwargs.pop("palette", False) else image).save(data, format=form, **kwargs)
    return base64.b64encode(data.getvalue()).decode()


FILES = {
    "rgb.png": encoded(pixels(1, 9, 7, 3), "RGB", "PNG"),
    "rgba.png": encoded(pixels(2, 6, 8, 4), "RGBA", "PNG"),
    "grey.png": encoded(pixels(3, 5, 6), "L", "PNG"),
    "opaque.png": encoded(pixels(4, 5, 4, 2), "LA", "PNG"),
    "palette.png": encoded(pixels(5, 6, 6, 3), "RGB", "PNG", palette=True),
    "rgb.bmp": encoded(pixels(6, 4, 5, 3), "RGB", "BMP"),
    "palette.gif": encoded(pixels(7, 6, 5, 3), "RGB", "GIF", palette=True),
    "smooth.jpg": encoded(smooth(10, 12), "RGB", "JPEG", quality=95, subsampling=0),
}
LOADS = [{"color_mode": m} for m in ("rgb", "rgba", "grayscale")]
LOADS += [{"target_size": (4, 5), "interpolation": i} for i in ("nearest", "bilinear", "bicubic", "hamming", "box", "lanczos")]
LOADS += [{"target_size": (13, 4), "interpolation": i, "keep_aspect_ratio": True} for i in ("nearest", "bilinear", "lanczos")]
LOADS += [{"target_size": (11, 13), "interpolation": "bicubic", "color_mode": "rgba"}]
SETS = [{}, {"interpolation": "nearest"}, {"crop_to_aspect_ratio": True}, {"pad_to_aspect_ratio": True}, {"interpolation": "bicubic", "data_format": "channels_first"}, {"interpolation": "area"}]


def numbers(x):
    return {"shape": list(np.shape(x)), "data": [float(f"{v:.6g}") for v in np.asarray(x, "float64").ravel()]}


def main():
    loads, sets, arrays = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in FILES.items():
            path = pathlib.Path(folder) / name
            path.write_bytes(base64.b64decode(data))
            for kwargs in LOADS:
                loads.append({"file": name, "arguments": kwargs, **numbers(keras.utils.img_to_array(keras.utils.load_img(path, **kwargs)))})
    with tempfile.TemporaryDirectory() as folder:
        for i, name in enumerate(("rgb.png", "grey.png", "palette.png", "rgb.bmp")):
            path = pathlib.Path(folder) / "ab"[i % 2] / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(base64.b64decode(FILES[name]))
        for kwargs in SETS:
            data = keras.utils.image_dataset_from_directory(folder, image_size=(6, 5), batch_size=3, shuffle=False, verbose=False, **kwargs)
            sets.append({"arguments": kwargs, "batches": [{"x": numbers(x), "y": np.asarray(y).tolist()} for x, y in data]})
    for shape in ((3, 4, 3), (3, 4, 1), (2, 2, 4)):
        for scale in (True, False):
            x = pixels(9, *shape).astype("float32") / 2
            arrays.append({"scale": scale, "shape": list(shape), "data": np.asarray(keras.utils.array_to_img(x, scale=scale)).ravel().tolist()})
    path = pathlib.Path(__file__).parent.parent / "test/golden/pictures/pictures.json"
    path.parent.mkdir(exist_ok=True)
    data = {"keras": keras.__version__, "files": FILES, "loads": loads, "sets": sets, "arrays": arrays}
    path.write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in data.items()) + "\n}\n")


if __name__ == "__main__":
    main()
