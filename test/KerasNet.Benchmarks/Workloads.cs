using NumSharp;

namespace KerasNet.Benchmarks;

/// <summary>The workloads of the Python script, with the same sizes.</summary>
internal static class Workloads
{
    public static readonly IReadOnlyDictionary<string, Func<Workload>> All = new Dictionary<string, Func<Workload>>
    {
        ["linear"] = Linear,
        ["tiny"] = Tiny,
        ["mnist_mlp"] = MnistMlp,
        ["mnist_cnn"] = MnistCnn,
        ["resnet"] = ResNet,
        ["lstm"] = Lstm,
        ["text_gru"] = TextGru,
        ["transformer"] = Transformer,
        ["autoencoder"] = Autoencoder,
    };

    private static Workload Linear() =>
        new(new Sequential([Keras.Input(1), new Layers.Dense(1)]), Normal(3200, 1), Normal(3200, 1), 32, "mse", "sgd");

    private static Workload Tiny() =>
        new(new Sequential([Keras.Input(8), new Layers.Dense(16, activation: "relu"), new Layers.Dense(1)]), Normal(12800, 8), Normal(12800, 1), 32, "mse", "adam");

    private static Workload MnistMlp() => new(
        new Sequential([
            Keras.Input(784), new Layers.Dense(512, activation: "relu"), new Layers.Dropout(0.2),
            new Layers.Dense(256, activation: "relu"), new Layers.Dropout(0.2), new Layers.Dense(10, activation: "softmax")]),
        Uniform(12800, 784), Classes(12800, 10), 128, "sparse_categorical_crossentropy", "adam");

    private static Workload MnistCnn() => new(
        new Sequential([
            Keras.Input((28, 28, 1)), new Layers.Conv2D(32, 3, activation: "relu"), new Layers.MaxPooling2D(),
            new Layers.Conv2D(64, 3, activation: "relu"), new Layers.MaxPooling2D(), new Layers.Flatten(), new Layers.Dropout(0.5),
            new Layers.Dense(10, activation: "softmax")]),
        Uniform(2560, 28, 28, 1), Classes(2560, 10), 128, "sparse_categorical_crossentropy", "adam");

    private static Workload ResNet()
    {
        static Tensor Block(Tensor x, int filters, int stride)
        {
            var y = new Layers.Conv2D(filters, 3, strides: stride, padding: "same", useBias: false).Apply(x);
            y = new Layers.BatchNormalization().Apply(y);
            y = new Layers.Activation("relu").Apply(y);
            y = new Layers.Conv2D(filters, 3, padding: "same", useBias: false).Apply(y);
            y = new Layers.BatchNormalization().Apply(y);
            if (stride != 1 || x.Shape[^1] != filters)
            {
                x = new Layers.Conv2D(filters, 1, strides: stride, useBias: false).Apply(x);
            }

            return new Layers.Activation("relu").Apply(new Layers.Add().Apply([x, y]));
        }

        var input = Keras.Input((32, 32, 3));
        var x = new Layers.Conv2D(16, 3, padding: "same").Apply(input);
        foreach (var (filters, stride) in new[] { (16, 1), (32, 2), (64, 2) })
        {
            x = Block(x, filters, stride);
        }

        var output = new Layers.Dense(10, activation: "softmax").Apply(new Layers.GlobalAveragePooling2D().Apply(x));
        return new(new Model(input, output), Uniform(640, 32, 32, 3), Classes(640, 10), 32, "sparse_categorical_crossentropy", "adam");
    }

    private static Workload Lstm() =>
        new(new Sequential([Keras.Input((50, 64)), new Layers.LSTM(128), new Layers.Dense(1)]), Normal(640, 50, 64), Normal(640, 1), 32, "mse", "rmsprop");

    private static Workload TextGru() => new(
        new Sequential([
            Keras.Input(80, dtype: DataType.Int32), new Layers.Embedding(10000, 64), new Layers.Bidirectional(new Layers.GRU(64)),
            new Layers.Dense(1, activation: "sigmoid")]),
        Classes(640, 10000, 80), Classes(640, 2, 1).astype(np.float32), 32, "binary_crossentropy", "adam");

    private static Workload Transformer()
    {
        var input = Keras.Input((64, 64));
        var attended = new Layers.MultiHeadAttention(4, 16).Apply(input, input);
        var x = new Layers.LayerNormalization().Apply(new Layers.Add().Apply([input, attended]));
        var forward = new Layers.Dense(64).Apply(new Layers.Dense(256, activation: "gelu").Apply(x));
        x = new Layers.LayerNormalization().Apply(new Layers.Add().Apply([x, forward]));
        var output = new Layers.Dense(2, activation: "softmax").Apply(new Layers.GlobalAveragePooling1D().Apply(x));
        return new(new Model(input, output), Normal(640, 64, 64), Classes(640, 2), 32, "sparse_categorical_crossentropy", "adam");
    }

    private static Workload Autoencoder()
    {
        var x = Uniform(12800, 784);
        return new(
            new Sequential([
                Keras.Input(784), new Layers.Dense(128, activation: "relu"), new Layers.Dense(32, activation: "relu"),
                new Layers.Dense(128, activation: "relu"), new Layers.Dense(784, activation: "sigmoid")]),
            x, x, 256, "binary_crossentropy", "adam");
    }

    private static NDArray Normal(params long[] shape) => np.random.normal(0, 1, new Shape(shape)).astype(np.float32);

    private static NDArray Uniform(params long[] shape) => np.random.uniform(0, 1, new Shape(shape)).astype(np.float32);

    private static NDArray Classes(int n, int k, int columns = 0) => np.random.randint(0, k, columns == 0 ? new Shape(n) : new Shape(n, columns)).astype(np.int32);
}
