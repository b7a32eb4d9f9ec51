namespace KerasNet.Conformance.ModelFiles;

/// <summary>Models of many kinds that are exported, each with inputs: what Python computes from them is recorded by scripts/make_export_goldens.py.</summary>
internal static class ExportedModels
{
    /// <summary>Names of the models.</summary>
    public static IReadOnlyList<string> Names => [.. _all.Keys];

    private static readonly Dictionary<string, Func<(Model Model, Tensor[] Inputs)>> _all = new()
    {
        ["mlp"] = () => (new Sequential([Keras.Input(4), new Layers.Dense(8, activation: "relu"), new Layers.Dropout(0.5), new Layers.Dense(3, activation: "softmax")]), [Wave(5, 4)]),
        ["cnn"] = () => (new Sequential([
            Keras.Input((null, null, 3)), new Layers.Conv2D(4, 3, padding: "same"), new Layers.BatchNormalization(), new Layers.ReLU(), new Layers.MaxPooling2D(),
            new Layers.SeparableConv2D(5, 3, activation: "gelu"), new Layers.GlobalAveragePooling2D(), new Layers.Dense(2)]), [Wave(2, 10, 12, 3)]),
        ["lstm"] = () => (new Sequential([Keras.Input((null, 3)), new Layers.Masking(), new Layers.LSTM(4, returnSequences: true), new Layers.LSTM(3)]), [Wave(2, 6, 3)]),
        ["lstm_unrolled"] = () => (new Sequential([Keras.Input((5, 3)), new Layers.LSTM(4, unroll: true)]), [Wave(2, 5, 3)]),
        ["gru"] = () => (new Sequential([Keras.Input((null, 3)), new Layers.Bidirectional(new Layers.GRU(4, returnSequences: true)), new Layers.TimeDistributed(new Layers.Dense(2))]), [Wave(2, 7, 3)]),
        ["conv_lstm"] = () => (new Sequential([Keras.Input((3, 5, 5, 1)), new Layers.ConvLSTM2D(2, 3, padding: "same")]), [Wave(2, 3, 5, 5, 1)]),
        ["transformer"] = Transformer,
        ["lists"] = () =>
        {
            var (a, b) = (Keras.Input(3, name: "alpha"), Keras.Input((3), name: "Beta-2"));
            return (new Model(new Tensor[] { a, b }, new Tensors([new Layers.Add().Apply([a, b]), new Layers.Dense(2).Apply(b)])), [Wave(2, 3), Wave(2, 3)]);
        },
        ["names"] = () =>
        {
            var (z, a) = (Keras.Input(3, name: "z"), Keras.Input(2, name: "a"));
            return (new Model(
                new Tensors(new Dictionary<string, Tensor> { ["z"] = z, ["a"] = a }),
                new Tensors(new Dictionary<string, Tensor> { ["wide"] = new Layers.Dense(5).Apply(new Layers.Concatenate().Apply([z, a])), ["narrow"] = new Layers.Dense(1).Apply(a) })), [Wave(2, 2), Wave(2, 3)]);
        },
        ["shared"] = () =>
        {
            var (a, b) = (Keras.Input(4, name: "left"), Keras.Input(4, name: "right"));
            var tower = new Sequential([Keras.Input(4), new Layers.Dense(3, activation: "tanh"), new Layers.LayerNormalization()]);
            return (new Model(new Tensor[] { a, b }, new Layers.Dot(-1).Apply([tower.Apply(a), tower.Apply(b)])), [Wave(3, 4), Wave(3, 4)]);
        },
        ["embedding"] = () => (new Sequential([Keras.Input(6, dtype: DataType.Int32), new Layers.Embedding(10, 4, maskZero: true), new Layers.GlobalAveragePooling1D(), new Layers.Dense(2)]), [Counts(3, 6, 10)]),
        ["mixed"] = () => (new Sequential([
            Keras.Input(4), new Layers.Dense(8, activation: "relu") { DType = "mixed_bfloat16" }, new Layers.BatchNormalization { DType = "mixed_float16" }, new Layers.Dense(2)]), [Wave(3, 4)]),
        ["own"] = () =>
        {
            var model = new Own();
            model.Apply((Tensors)Wave(2, 3));
            return (model, [Wave(2, 3)]);
        },
        ["functions"] = () =>
        {
            var x = Keras.Input((4, 6));
            var y = Ops.Transpose(x, [0, 2, 1]) * 2 + 1;
            y = Ops.Concatenate([Ops.Sort(y, axis: -1), Ops.CumSum(y, axis: 1)], axis: -1);
            return (new Model(x, Ops.Einsum("bij,bkj->bik", y, Ops.Softmax(y)) - Ops.Max(y, axis: [1, 2], keepdims: true)), [Wave(2, 4, 6)]);
        },
        ["text"] = () => (new Sequential([
            Keras.Input(1, dtype: DataType.String), new Layers.TextVectorization(vocabulary: ["the", "cat", "sat", "on", "mat"], outputSequenceLength: 6), new Layers.Embedding(8, 4, maskZero: true),
            new Layers.LSTM(3)]), [new Tensor(new TensorShape(3, 1), ["The cat sat.", "Ünïcode on the\nMAT!", ""])]),
        ["lookups"] = () =>
        {
            var (words, numbers) = (Keras.Input(2, name: "words", dtype: DataType.String), Keras.Input(2, name: "numbers", dtype: DataType.Int64));
            Tensor rows = new Layers.Concatenate().Apply([
                new Layers.StringLookup(vocabulary: ["red", "green"], numOovIndices: 2, outputMode: "count").Apply(words), new Layers.IntegerLookup(vocabulary: [7L, 3L], outputMode: "multi_hot").Apply(numbers),
                Ops.Cast(new Layers.Hashing(9, salt: 4).Apply(words), DataType.Float32)]);
            return (new Model(new Tensor[] { words, numbers }, new Layers.Dense(2).Apply(rows)), [new Tensor(new TensorShape(2, 2), ["red", "blue", "green", ""]), Ops.Cast(Counts(2, 2, 10), DataType.Int64)]);
        },
        ["loops"] = () => (new Sequential([Keras.Input(3), new Loops()]), [Wave(2, 3)]),
    };

    /// <summary>Makes a model, the same one each time.</summary>
    public static (Model Model, Tensor[] Inputs) Make(string name)
    {
        Keras.ClearSession();
        Keras.SetRandomSeed(11);
        var (model, inputs) = _all[name]();

        // Statistics and biases that are not zero show whether they arrive.
        foreach (var (i, weight) in model.Weights.Where(w => w.DType.IsFloating() && w.Shape.Rank == 1).Index())
        {
            weight.Assign(Ops.Cast(Ops.Abs(Wave([.. weight.Shape.Dims])) + (0.1f * (i + 1)), weight.DType));
        }

        return (model, inputs);
    }

    private static (Model Model, Tensor[] Inputs) Transformer()
    {
        var tokens = Keras.Input(5, dtype: DataType.Int64, name: "tokens");
        Tensor x = new Layers.Embedding(20, 8).Apply(tokens);
        Tensor y = new Layers.MultiHeadAttention(2, 4).Apply([x, x]);
        x = new Layers.LayerNormalization().Apply(new Layers.Add().Apply([x, y]));
        y = new Layers.Dense(8).Apply(new Layers.Dense(16, activation: "gelu").Apply(x));
        x = new Layers.LayerNormalization().Apply(new Layers.Add().Apply([x, y]));
        return (new Model(tokens, new Layers.Dense(3, activation: "softmax").Apply(new Layers.GlobalMaxPooling1D().Apply(x))), [Ops.Cast(Counts(2, 5, 20), DataType.Int64)]);
    }

    /// <summary>Numbers between -1 and 1.</summary>
    private static Tensor Wave(params int[] shape) => Tensor.Create<float>([.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => MathF.Sin((i * 0.7f) + 0.3f))], shape);

    private static Tensor Counts(int rows, int columns, int below) => Tensor.Create<int>([.. Enumerable.Range(0, rows * columns).Select(i => i * 7 % below)], new TensorShape(rows, columns));

    private sealed class Own : Model
    {
        private readonly Layers.Dense _first = new(4, activation: "relu");
        private readonly Layers.Layer[] _blocks = [new Layers.Dense(3), new Layers.Dense(2)];

        protected override Tensors Call(Tensors inputs, Layers.CallContext context)
        {
            Tensor x = _first.Apply(inputs.Single());
            foreach (var block in _blocks)
            {
                x = block.Apply(x);
            }

            return new Tensors(new Dictionary<string, Tensor> { ["out"] = x, ["mean"] = Ops.Mean(x, axis: -1) });
        }
    }

    /// <summary>A loop whose length the values decide, and a branch.</summary>
    private sealed class Loops : Layers.Layer
    {
        protected override Tensor Call(Tensor x, Layers.CallContext context)
        {
            var grown = Ops.WhileLoop(s => Ops.Sum(Ops.Abs(s[0])) < 100f, s => [s[0] * 1.5f, s[1] + 1], [x, Ops.ConvertToTensor(0)]);
            return Ops.Cond(Ops.Sum(x) > 0f, () => grown[0], () => -grown[0]) + Ops.Cast(grown[1], DataType.Float32);
        }
    }
}
