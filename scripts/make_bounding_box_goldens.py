"""Records keras.utils.bounding_boxes, ops.image.perspective_transform and the values of Rescaling.

Run with Keras 3 on TensorFlow; writes test/golden/ops/boxes.json.
"""
import json
import pathlib

import keras
import numpy as np

BOXES = [[1, 2, 7, 5], [0, 0, 3, 9], [-2, 4, 12, 6], [5, 5, 5, 5]]
OTHER = [[2, 1, 6, 6], [1, 1, 4, 8], [-1, -1, -1, -1]]
FORMATS = ["xyxy", "yxyx", "xywh", "center_xywh", "center_yxhw", "rel_xyxy", "rel_yxyx", "rel_xywh", "rel_center_xywh"]
START = [[[0, 0], [4, 0], [0, 5], [4, 5]], [[0, 0], [4, 0], [0, 5], [4, 5]]]
END = [[[0.5, 0.2], [3.6, 0.4], [0.1, 4.5], [4.2, 5.5]], [[0, 1], [4, 0.5], [1, 5], [3, 4]]]


def numbers(x):
    return [float(f"{v:.6g}") for v in np.asarray(x, dtype="float64").ravel()]


def main():
    b = keras.utils.bounding_boxes
    boxes, other = np.array(BOXES, "float32"), np.array(OTHER, "float32")
    angle, shift = np.array([30.0], "float32"), np.array([0.1], "float32")
    clipped = b.clip_to_image_size({"boxes": boxes[None], "labels": np.array([[1, 2, 3, 4]])}, height=8, width=10)
    relative = b.clip_to_image_size({"boxes": boxes[None] / 6, "labels": np.array([[1, 2, 3, 4]])}, bounding_box_format="rel_xyxy")
    deltas = b.encode_box_to_deltas(boxes[:3], boxes[1:], "xyxy", "xywh", variance=[0.1, 0.1, 0.2, 0.2])
    images = (np.arange(180) * 7919 % 251).reshape(2, 6, 5, 3).astype("float32")
    data = {
        "keras": keras.__version__,
        "formats": {f"{s} {t}": numbers(b.convert_format(boxes, s, t, height=8, width=10)) for s in FORMATS for t in FORMATS},
        "clipped": [numbers(clipped["boxes"]), numbers(clipped["labels"])],
        "relative": [numbers(relative["boxes"]), numbers(relative["labels"])],
        "affine": numbers(b.affine_transform(boxes[None], angle, shift, shift * 2, shift * 12, angle / 3, angle / 5, 8, 10)),
        "crop": numbers(b.crop(boxes, 1, 2, 5, 6)),
        "pad": numbers(b.pad(boxes, 1, 2)),
        "iou": numbers(b.compute_iou(boxes, other, "xyxy")),
        "iou_xywh": numbers(b.compute_iou(boxes[None], other[None], "rel_xywh", image_shape=(8, 10, 3))),
        "iou_masked": numbers(b.compute_iou(other, other, "xyxy", use_masking=True, mask_val=-7)),
        "ciou": numbers(b.compute_ciou(boxes[:3], other, "center_xywh")),
        "deltas": numbers(deltas),
        "decoded": numbers(b.decode_deltas_to_boxes(boxes[:3], deltas, "xyxy", "xywh", variance=[0.1, 0.1, 0.2, 0.2])),
        "perspective": numbers(keras.ops.image.perspective_transform(images, np.array(START, "float32"), np.array(END, "float32"))),
        "perspective_nearest": numbers(keras.ops.image.perspective_transform(images[0], np.array(START[0], "float32"), np.array(END[0], "float32"), interpolation="nearest", fill_value=3.0)),
        "rescaling": numbers(keras.layers.Rescaling([1, 2, 0.5], offset=[0, 1, 2])(images[:1, :2, :2])),
    }
    path = pathlib.Path(__file__).parent.parent / "test/golden/ops/boxes.json"
    path.write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in data.items()) + "\n}\n")


if __name__ == "__main__":
    main()
