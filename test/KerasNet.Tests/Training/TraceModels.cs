using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Tests.Training;

/// <summary>The models of scripts/make_training_goldens.py, with their data.</summary>
internal static class TraceModels
{
    public static Tensor Numbers(int salt, params int[] shape) => Tensor.Create<float>([.. Indices(shape).Select(i => ((((i * 7919) + salt) % 1000) / 500f) - 1f)], new TensorShape(shape));

    public static Tensor Classes(int n, params int[] shape) => Tensor.Create<int>([.. Indices(shape).Select(i => (int)(((i * 7919) + 3) / 7 % n))], new TensorShape(shape));

    public static (Model Model, Data X, Data Y) MlpSgd()
    {
        var model = new Sequential([Keras.Input(5), new Dense(8, activation: "tanh"), new Dense(1)]);
        model.Compile(new SGD(0.05, momentum: 0.9, nesterov: true), "mse", metrics: ["mae"]);
        return (model, Numbers(0, 32, 5), Numbers(11, 32, 1));
    }

    public static (Model Model, Data X, Data Y) MlpAdam()
    {
        var model = new Sequential([Keras.Input(6), new Dense(16, activation: "relu"), new Dense(4, activation: "softmax")]);
        model.Compile("adam", "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        return (model, Numbers(0, 32, 6), Classes(4, 32));
    }

    public static (Model Model, Data X, Data Y) ConvnetRmsprop()
    {
        var model = new Sequential([Keras.Input((10, 10, 2)), new Conv2D(4, 3, activation: "relu"), new MaxPooling2D(), new Flatten(), new Dense(3)]);
        model.Compile(new RMSprop(0.002), new KerasNet.Losses.SparseCategoricalCrossentropy(fromLogits: true), metrics: ["accuracy"]);
        return (model, Numbers(0, 32, 10, 10, 2), Classes(3, 32));
    }

    public static (Model Model, Data X, Data Y) BatchnormAdamw()
    {
        var model = new Sequential([Keras.Input(6), new Dense(8, useBias: false, kernelRegularizer: new KerasNet.Regularizers.L2(0.01)), new BatchNormalization(), new Activation("gelu"), new Dense(1, activation: "sigmoid")]);
        model.Compile(new AdamW(0.01, weightDecay: 0.02, clipnorm: 0.5), "binary_crossentropy", metrics: ["accuracy", "auc"]);
        return (model, Numbers(0, 32, 6), Classes(2, 32));
    }

    public static (Model Model, Data X, Data Y) TwoHeadsNadam()
    {
        var inputs = Keras.Input(5, name: "x");
        var x = new Dense(8, activation: "elu").Apply(inputs);
        var y = new Dense(8, activation: "swish").Apply(x);
        var z = new Add().Apply([x, y]);
        var model = new Model(inputs, new Tensors([new Dense(1) { Name = "a" }.Apply(z), new Dense(3, activation: "softmax") { Name = "b" }.Apply(z)]));
        model.Compile(new Nadam(0.005), ["huber", "sparse_categorical_crossentropy"], lossWeights: [1.0, 0.5]);
        return (model, Numbers(0, 32, 5), [Numbers(5, 32, 1), Classes(3, 32)]);
    }

    public static (Model Model, Data X, Data Y) LstmAdam()
    {
        var model = new Sequential([Keras.Input((6, 3)), new LSTM(5), new Dense(1)]);
        model.Compile(new Adam(0.01), "mse");
        return (model, Numbers(0, 32, 6, 3), Numbers(11, 32, 1));
    }

    public static (Model Model, Data X, Data Y) EmbeddingSgd()
    {
        var model = new Sequential([Keras.Input(5, dtype: DataType.Int32), new Embedding(20, 4), new GRU(4, kernelInitializer: "glorot_uniform"), new Dense(2, activation: "softmax")]);
        model.Compile(new SGD(0.2, momentum: 0.9), "sparse_categorical_crossentropy");
        return (model, Classes(20, 32, 5), Classes(2, 32));
    }

    public static (Model Model, Data X, Data Y) EmbeddingAdagrad()
    {
        var (model, x, y) = EmbeddingSgd();
        model.Compile(new Adagrad(0.05), "sparse_categorical_crossentropy");
        return (model, x, y);
    }

    public static (Model Model, Data X, Data Y) EmbeddingAdam()
    {
        var (model, x, y) = EmbeddingSgd();
        model.Compile(new Adam(0.005), "sparse_categorical_crossentropy");
        return (model, x, y);
    }

    public static (Model Model, Data X, Data Y) WeightedSchedule()
    {
        var model = new Sequential([Keras.Input(4), new Dense(6, activation: "softplus"), new Dense(1)]);
        model.Compile(new Adamax(new KerasNet.Optimizers.Schedules.ExponentialDecay(0.05, 20, 0.8)), "mae", metrics: ["mse"], weightedMetrics: ["mse"]);
        return (model, Numbers(0, 30, 4), Numbers(11, 30, 1));
    }

    private static IEnumerable<long> Indices(int[] shape) => Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => (long)i);
}
