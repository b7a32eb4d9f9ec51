"""Asks real Keras which wrong arguments of layers it refuses, when a layer is made or when it is called.

Each case is a call that runs (test/KerasNet.Conformance/Fuzz/LayerSamples.cs) with one argument changed for one that is wrong in kind: sizes of 0 and below, unknown names,
axes and rates out of range; or with an input of another rank.

Usage: python scripts/make_refusal_goldens.py test/KerasNet.Conformance/Fuzz/LayerSamples.cs test/golden/layers/refusals.jsonl
"""
import inspect, json, re, sys

import numpy as np
import keras

source, target = sys.argv[1:]
text = open(source).read()
PIXELS = json.loads(re.search(r'Pixels = """(.*?)"""', text)[1])
SAMPLES = {}
for classes, config, inputs in re.findall(r'\("([\w ]+)", (Pixels|"(?:"".*?"")?.*?"), "([\dit,;]+)"\),', text):
    for name in classes.split(" "):
        SAMPLES[name] = (PIXELS if config == "Pixels" else json.loads(config.strip('"')), inputs)

SIZES = [0, -1]
NAMES = ["nothing"]
RATES = [-0.5, 1.5]
WRONG = {
    **dict.fromkeys("units filters input_dim output_dim num_heads key_dim head_dim num_query_heads num_key_value_heads n num_tokens num_bins height width depth_multiplier groups max_number".split(), SIZES),
    **dict.fromkeys("kernel_size pool_size strides dilation_rate size output_size".split(), [0, -1, [1, 1, 1, 1]]),
    **dict.fromkeys("padding data_format interpolation fill_mode merge_mode score_mode output_mode mode activation recurrent_activation kernel_initializer bias_initializer kernel_regularizer kernel_constraint".split(), NAMES),
    **dict.fromkeys("rate dropout recurrent_dropout stddev".split(), RATES),
    **dict.fromkeys("axis axes".split(), [9, -9]),
    "cropping": [-1, 99], "dims": [[1, 3], [0, 1]], "target_shape": [[-1, -1], [5]], "max_value": [-1], "negative_slope": [-1], "l1": [-1], "l2": [-1], "noise_shape": [[0, 1]],
    "factor": [-2, 99], "equation": ["ab", "ab,bc->ad"], "value_range": [[1, 0], 3], "height_factor": [[2, -2]], "shared_axes": [[9]],
}


def tensor(description, rank=0):
    shape = [int(d) for d in description.lstrip("it").split(",")]
    shape = shape + [2] * rank if rank >= 0 else shape[:rank]
    if description[0] == "t":
        return np.array([["a"] * shape[-1]] * shape[0]) if len(shape) > 1 else np.array(["a"] * shape[0])
    values = (np.arange(int(np.prod(shape))) * 7919 % 1009 / 1009.0).reshape(shape).astype("float32")
    return (values * 7).astype("int32") if description[0] == "i" else values


def made(value):
    """Layers for what stands in a file for them."""
    if isinstance(value, dict) and "class_name" in value:
        return getattr(keras.layers, value["class_name"])(**value["config"])
    return [made(v) for v in value] if isinstance(value, list) else value


def outcome(name, config, inputs):
    """None when the call runs, else Keras's error."""
    try:
        keras.utils.set_random_seed(1)
        layer = getattr(keras.layers, name)(**{k: made(v) for k, v in config.items()})
        if isinstance(layer, (keras.layers.GRUCell, keras.layers.SimpleRNNCell, keras.layers.LSTMCell, keras.layers.StackedRNNCells)):
            layer(inputs[0], inputs[1:] if len(inputs) != 2 else inputs[1])
        elif isinstance(layer, (keras.layers.MultiHeadAttention, keras.layers.GroupQueryAttention)):
            layer(*inputs)
        else:
            layer(inputs if len(inputs) > 1 else inputs[0])
        return None
    except Exception as e:
        return type(e).__name__ + ": " + re.sub(r"\x1b\[\d+m", "", str(e)).split("\n\n")[0][:160]


lines = []
for name, (config, inputs) in SAMPLES.items():
    if not hasattr(keras.layers, name) or name == "FeatureSpace":
        continue
    given = inputs.split(";")
    fine = outcome(name, dict(config), [tensor(d) for d in given])
    if fine is not None:
        print(f"{name}: the sample does not run: {fine}", file=sys.stderr)
        continue
    parameters = inspect.signature(getattr(keras.layers, name).__init__).parameters
    for key, values in WRONG.items():
        if key not in parameters and key not in config:
            continue
        for value in values:
            changed = {**config, key: value}
            lines.append({"class": name, "config": changed, "inputs": given, "rank": 0, "refuses": outcome(name, dict(changed), [tensor(d) for d in given])})
    for more in (1, -1):
        if given[0][0] != "t":
            lines.append({"class": name, "config": config, "inputs": given, "rank": more, "refuses": outcome(name, dict(config), [tensor(d, more) for d in given])})
with open(target, "w") as out:
    for line in lines:
        out.write(json.dumps(line) + "\n")
print(len(lines), sum(l["refuses"] is not None for l in lines))
