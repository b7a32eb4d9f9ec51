"""Writes PORTING.md: Python's names and, by the rules that stand in it, those of C#.

Run with real Keras 3: python scripts/make_porting.py
A test reads the tables of PORTING.md and looks every C# name and parameter up in the library.
"""
import inspect
import os

import keras

LEFT_OUT = {"self", "name", "dtype", "trainable", "args", "kwargs", "lora_rank", "lora_alpha", "quantization_config", "sparse", "ragged", "tensor", "optional",
            "jit_compile", "auto_scale_loss", "return_dict", "rebuild"}
HEAD = """# From Python to C#

KerasNet has Keras's names. What differs follows from rules, not from a list to learn by heart:

| Python | C# | rule |
| --- | --- | --- |
| `keras.layers.Dense(64, activation="relu")` | `new Layers.Dense(64, activation: "relu")` | class names stay as they are (`ReLU`, `LSTM`, `RMSprop`): they stand in files, and people search for them |
| `kernel_initializer="he_normal"` | `kernelInitializer: "he_normal"` | parameters are camelCase, in Keras's order, with Keras's defaults; Keras's strings are accepted wherever Keras accepts them |
| `name="head", trainable=False` | `{ Name = "head", Trainable = false }` | what every layer has is a property |
| `layer(x)`, `y, h, c = lstm(x)` | `layer.Apply(x)`, `var (y, h, c) = lstm.Apply(x)` | `Apply` calls a layer; `Call` is what a layer of your own overrides |
| `keras.Sequential([...])` | `new Sequential([ ... ])` | lists are collection expressions |
| `(28, 28, 1)`, `None` | `(28, 28, 1)`, `null` | a shape is a tuple, a number or a list |
| `model.fit(x, y, batch_size=128)` | `model.Fit(x, y, batchSize: 128)` | methods are PascalCase |
| `history.history["loss"]` | `history["loss"]` | a History is the dictionary itself |
| `a @ b`, `x[:, 0, 1:4]`, `x[..., None]` | `Ops.MatMul(a, b)`, `x[.., 0, 1..4]`, `x[Ops.Ellipsis, Ops.NewAxis]` | ranges are C#'s |
| `with tf.GradientTape() as tape:` | `using var tape = new GradientTape();` | what is computed until the end of the block is recorded |
| `np.random.rand(100, 8)` | `np.random.rand(100, 8)` | arrays are NumSharp's: `using NumSharp;` |
| `np.mean(x, axis=(0, 1))` | `np.mean(x, axis: (0, 1))` | what NumSharp lacks is added to its `np` |
| `x[1:3]` of an array | `x["1:3"]` | a slice of an NDArray is a string; of a Tensor a range |

`Layers`, `Losses`, `Metrics`, `Optimizers`, `Callbacks`, … are aliases of KerasNet's namespaces. A namespace of your own with such a name hides the alias: then say `using KL = KerasNet.Layers;` and `new KL.Dense(64)`.

What every object has in Keras (`name`, `dtype`, `trainable`) is left out below. A test looks up every C# name of these tables in the library.
"""


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def pascal(name):
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def parameters(function):
    found = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name not in LEFT_OUT and parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            default = "" if parameter.default is parameter.empty else "=" + ("..." if not isinstance(parameter.default, (str, int, float, bool, tuple, type(None))) else repr(parameter.default).replace("'", '"'))
            found.append((parameter.name, default))
    return found


def row(python, csharp, function=None, rename=None):
    rename = rename or {}
    found = parameters(function) if function else []
    left = f"{python}({', '.join(name + default for name, default in found)})" if function else python
    right = f"{csharp}({', '.join(rename.get(name, camel(name)) for name, _ in found)})" if function else csharp
    return f"| `{left}` | `{right}` |"


def table(title, rows):
    return "\n".join([f"\n## {title}\n", "| Python | C# |", "| --- | --- |", *rows])


def classes(module, path, names):
    return [row(f"keras.{path}.{name}", f"{'.'.join(pascal(part) for part in path.split('.'))}.{name}", getattr(module, name).__init__) for name in names]


def methods(owner, path, names):
    return [row(f"{path.lower()}.{name}", f"{path}.{pascal(name)}", inspect.unwrap(getattr(owner, name))) for name in names]


dims = lambda name, *numbers: [f"{name}{n}D" for n in (numbers or (1, 2, 3))]
LAYERS = [
    "InputLayer", "Dense", "Embedding", "Masking", "Lambda",
    "Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "Softmax",
    "Dropout", *dims("SpatialDropout"), "GaussianNoise", "GaussianDropout",
    "Flatten", "Reshape", "Permute", "RepeatVector", *dims("ZeroPadding"), *dims("Cropping"), *dims("UpSampling"),
    *dims("Conv"), "Conv2DTranspose", "SeparableConv2D", "DepthwiseConv2D",
    *dims("MaxPooling"), *dims("AveragePooling"), *dims("GlobalMaxPooling"), *dims("GlobalAveragePooling"),
    "BatchNormalization", "LayerNormalization",
    "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot",
    "SimpleRNN", "LSTM", "GRU", "Bidirectional", "TimeDistributed", "MultiHeadAttention",
]
LOSSES = ["MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "CosineSimilarity", "Huber", "LogCosh", "Poisson", "KLDivergence",
          "BinaryCrossentropy", "BinaryFocalCrossentropy", "CategoricalCrossentropy", "CategoricalFocalCrossentropy", "SparseCategoricalCrossentropy", "Hinge", "SquaredHinge", "CategoricalHinge"]
METRICS = ["Accuracy", "BinaryAccuracy", "CategoricalAccuracy", "SparseCategoricalAccuracy", "TopKCategoricalAccuracy", "SparseTopKCategoricalAccuracy", "AUC", "Precision", "Recall",
           "F1Score", "FBetaScore", "MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "CosineSimilarity", "LogCoshError",
           "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy", "Mean", "Sum", "MeanMetricWrapper"]
OPTIMIZERS = ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam"]
SCHEDULES = ["ExponentialDecay", "PiecewiseConstantDecay", "PolynomialDecay", "InverseTimeDecay", "CosineDecay", "CosineDecayRestarts"]
INITIALIZERS = ["Zeros", "Ones", "Constant", "Identity", "RandomNormal", "RandomUniform", "TruncatedNormal", "VarianceScaling", "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform",
                "LecunNormal", "LecunUniform", "Orthogonal"]

tables = [
    table("keras", [
        row("keras.Input", "Keras.Input", keras.Input),
        row("keras.utils.set_random_seed", "Keras.SetRandomSeed", keras.utils.set_random_seed),
        row("keras.utils.clear_session()", "Keras.ClearSession()"),
        row("keras.models.clone_model(model)", "Keras.CloneModel(model)"),
        row("keras.datasets.mnist.load_data", "Datasets.Mnist.LoadData", keras.datasets.mnist.load_data),
        row("keras.utils.PyDataset", "PyDataset"),
        row("tf.GradientTape(persistent=False)", "GradientTape(persistent)"),
        row("tape.watch(tensor)", "GradientTape.Watch(tensor)"),
        row("tape.gradient(target, sources)", "GradientTape.Gradient(target, sources)"),
        row("tf.function(f)", "Function.Compile(f)"),
    ]),
    table("Models", [
        row("keras.Sequential(layers=None)", "Sequential(layers)"),
        *methods(keras.Sequential, "Sequential", ["add"]),
        row("sequential.pop()", "Sequential.Pop()"),
        row("keras.Model(inputs, outputs)", "Model(inputs, outputs)"),
        *methods(keras.Model, "Model", ["compile", "fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch", "summary"]),
        row("model.get_layer(name)", "Model.GetLayer(name)"),
        row("model.get_layer(index=i)", "Model.GetLayer(index)"),
        row("model.layers", "Model.Layers"), row("model.inputs", "Model.Inputs"), row("model.outputs", "Model.Outputs"), row("model.optimizer", "Model.Optimizer"),
        row("model.stop_training", "Model.StopTraining"),
    ]),
    table("Every layer and model", [
        row("layer(inputs)", "Layer.Apply(inputs)"), row("layer.call(inputs)", "Layer.Call(inputs)"), row("layer.build(input_shape)", "Layer.Build(inputShape)"),
        row("layer.add_weight(name, shape, initializer)", "Layer.AddWeight(name, shape, initializer)"), row("layer.add_loss(loss)", "Layer.AddLoss(loss)"),
        row("layer.weights", "Layer.Weights"), row("layer.trainable_weights", "Layer.TrainableWeights"), row("layer.non_trainable_weights", "Layer.NonTrainableWeights"),
        row("layer.trainable", "Layer.Trainable"), row("layer.name", "Layer.Name"), row("layer.built", "Layer.Built"), row("layer.input", "Layer.Input"), row("layer.output", "Layer.Output"),
        row("layer.get_weights()", "Layer.GetWeights()"), row("layer.set_weights(weights)", "Layer.SetWeights(weights)"), row("layer.count_params()", "Layer.CountParams()"),
        row("layer.get_config()", "Layer.GetConfig()"), row("layer.compute_output_shape(input_shape)", "Layer.ComputeOutputShape(inputShape)"),
    ]),
    table("keras.layers", classes(keras.layers, "layers", LAYERS)),
    table("keras.losses", classes(keras.losses, "losses", LOSSES)),
    table("keras.metrics", classes(keras.metrics, "metrics", METRICS)),
    table("keras.optimizers", classes(keras.optimizers, "optimizers", OPTIMIZERS)),
    table("keras.optimizers.schedules", classes(keras.optimizers.schedules, "optimizers.schedules", SCHEDULES)),
    table("keras.initializers", classes(keras.initializers, "initializers", INITIALIZERS)),
    table("keras.regularizers", classes(keras.regularizers, "regularizers", ["L1", "L2", "L1L2", "OrthogonalRegularizer"])),
    table("keras.constraints", classes(keras.constraints, "constraints", ["MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"])),
    table("keras.callbacks", [*classes(keras.callbacks, "callbacks", ["EarlyStopping", "LambdaCallback", "TerminateOnNaN"]), row("keras.callbacks.Callback", "Callbacks.Callback")]),
]
with open(os.path.join(os.path.dirname(__file__), "..", "PORTING.md"), "w", encoding="utf-8") as file:
    file.write(HEAD + "\n".join(tables) + "\n")
