using KerasNet.Layers;

namespace KerasNet.Tests.Models;

/// <summary>The models of scripts/make_summary_goldens.py, as a C# program builds them.</summary>
internal static class SummaryModels
{
    public static Model Mlp() => new Sequential([Keras.Input(784), new Dense(512, activation: "relu"), new Dropout(0.2), new Dense(512, activation: "relu"), new Dropout(0.2), new Dense(10, activation: "softmax")]);

    public static Model Convnet() => new Sequential(
    [
        Keras.Input((28, 28, 1)), new Conv2D(32, 3) { Name = "c1" }, new BatchNormalization(), new MaxPooling2D(), new SeparableConv2D(64, 3), new GlobalAveragePooling2D(), new Flatten(), new Dropout(0.5), new Dense(10),
    ]) { Name = "convnet" };

    public static Model Unbuilt() => new Sequential([new Dense(4, activation: "relu"), new BatchNormalization(), new Dense(2)]) { Name = "later" };

    public static Model BuiltByCall()
    {
        var model = Unbuilt();
        model.Apply(new float[2, 3]);
        return model;
    }

    public static Model BuiltByBuild()
    {
        var model = Unbuilt();
        model.Build([null, 3]);
        return model;
    }

    public static Model Compiled()
    {
        var model = Mlp();
        model.Compile("adam", "mse");
        return model;
    }

    public static Model TrainedAdam() => Trained(Mlp(), "adam");

    public static Model TrainedSgd() => Trained(Chain(), "sgd");

    public static Model TrainedRmspropFrozen() => Trained(Frozen(), "rmsprop");

    public static Model Residual()
    {
        var inputs = Keras.Input((32, 32, 3), name: "img");
        var x = new Conv2D(32, 3, activation: "relu").Apply(inputs);
        x = new Conv2D(64, 3, activation: "relu").Apply(x);
        var block = new MaxPooling2D(3).Apply(x);
        x = new Conv2D(64, 3, activation: "relu", padding: "same").Apply(block);
        x = new Add().Apply([x, block]);
        var pooled = new GlobalAveragePooling2D();
        var head = new Dense(10);
        return new Model(inputs, head.Apply(pooled.Apply(x))) { Name = "toy_resnet" };
    }

    public static Model Chain()
    {
        var inputs = Keras.Input(16);
        var (last, relu, first) = (new Dense(2), new ReLU(), new Dense(8));
        Assume(last, first);
        return new Model(inputs, last.Apply(relu.Apply(first.Apply(inputs)))) { Name = "chain" };
    }

    public static Model Shared()
    {
        var (a, b) = (Keras.Input(16, name: "a"), Keras.Input(16, name: "b"));
        var dense = new Dense(8) { Name = "shared" };
        var joined = new Concatenate();
        var c = joined.Apply([dense.Apply(a), dense.Apply(b)]);
        var inner = new Sequential([Keras.Input(16), new Dense(4), new Dense(2)]) { Name = "inner" };
        return new Model(new Tensors([a, b]), new Tensors([inner.Apply(c), new Dense(1) { Name = "out2" }.Apply(c)])) { Name = "func" };
    }

    public static Model Twice()
    {
        var inputs = Keras.Input(8);
        var dense = new Dense(8) { Name = "again" };
        return new Model(inputs, dense.Apply(dense.Apply(inputs))) { Name = "twice" };
    }

    public static Model Nested()
    {
        var block = new Sequential([Keras.Input((8, 8, 4)), new Conv2D(4, 3, padding: "same"), new BatchNormalization()]) { Name = "block" };
        var image = Keras.Input((8, 8, 4));
        var encoder = new Model(image, new Flatten().Apply(block.Apply(new ReLU().Apply(image)))) { Name = "encoder" };
        return new Sequential([Keras.Input((8, 8, 4)), encoder, new Dense(3) { Name = "head" }]) { Name = "outer" };
    }

    public static Model NestedFrozen()
    {
        var model = Nested();
        model.Layers[0].Trainable = false;
        return model;
    }

    public static Model Frozen()
    {
        var model = Convnet();
        model.Layers[0].Trainable = false;
        model.Layers[3].Trainable = false;
        return model;
    }

    public static Model AllFrozen()
    {
        var model = Mlp();
        model.Trainable = false;
        return model;
    }

    public static Model MultiOutput()
    {
        var (title, body) = (Keras.Input([null], dtype: DataType.Int32, name: "title"), Keras.Input([null], dtype: DataType.Int32, name: "body"));
        var tags = Keras.Input(12, name: "tags");
        var (first, embedding) = (new LSTM(32), new Embedding(1000, 64));
        var one = first.Apply(embedding.Apply(title));
        var (second, other) = (new LSTM(32), new Embedding(1000, 64));
        var x = new Concatenate().Apply([one, second.Apply(other.Apply(body)), tags]);
        return new Model(new Tensors([title, body, tags]), new Tensors(new Dictionary<string, Tensor> { ["priority"] = new Dense(1) { Name = "priority" }.Apply(x), ["department"] = new Dense(4) { Name = "department" }.Apply(x) }));
    }

    public static Model States()
    {
        var inputs = Keras.Input((7, 5));
        var (sequence, h, c) = new LSTM(6, returnSequences: true, returnState: true) { Name = "encoder_lstm" }.Apply(inputs);
        var both = new Bidirectional(new GRU(3, returnSequences: true, returnState: true)).Apply(sequence);
        var output = new TimeDistributed(new Dense(2)).Apply(both[0]);
        return new Model(inputs, new Tensors([output, h, c, both[1]])) { Name = "states" };
    }

    public static Model Operations()
    {
        var (a, b) = (Keras.Input((4, 3), name: "a"), Keras.Input((4, 3), name: "b"));
        var x = Ops.Softmax((a * 2.0) + b, axis: -1)[.., 0, 1..];
        var head = new Dense(2);
        return new Model(new Tensors([a, b]), head.Apply(Ops.Concatenate([x, Ops.Mean(b, axis: 1)], axis: -1))) { Name = "operations" };
    }

    public static Model LongNames()
    {
        var a = Keras.Input(4, name: "an_input_whose_name_is_far_longer_than_any_column_of_the_table_could_ever_be");
        var x = new Dense(3) { Name = "a_dense_layer_whose_name_is_far_longer_than_any_column_of_the_table_could_ever_be" }.Apply(a);
        var y = new Dense(3) { Name = "another name of several words that has to be wrapped on many lines" }.Apply(a);
        return new Model(a, new Add() { Name = "sum" }.Apply([x, y])) { Name = "a model whose name is so long that not even a whole line of the terminal has room enough for all of it" };
    }

    public static Model UnbrokenName() => new Sequential([Keras.Input(2), new Dense(1) { Name = new string('x', 75) }]) { Name = new string('m', 150) };

    public static Model OtherScripts() => new Sequential(
    [
        Keras.Input(2), new Dense(1) { Name = "日本語の名前でとても長いものを折り返す必要がある層" }, new Dense(2) { Name = "слой_größe" }, new Dense(2) { Name = "x [bold] y" }, new Dense(2) { Name = "e\u0301tage" },
    ]) { Name = "名前 [red]" };

    public static Model Large() => new Sequential([Keras.Input(2000), new Dense(3000), new Dense(36), new Dense(1)]) { Name = "large" };

    public static Model Types() => new Sequential([Keras.Input(30), new Dense(3) { DType = "float16" }, new Dense(7) { DType = "mixed_float16" }, new Dense(5) { DType = "float64" }]) { Name = "types" };

    public static Model Empty() => new Sequential() { Name = "empty" };

    public static Model HighRank() => new Sequential(
    [
        Keras.Input((16, 16, 16, 2)), new Conv3D(4, 3), new MaxPooling3D(), new Reshape((7, 7, 28)), new Permute([3, 1, 2]), new ZeroPadding2D(1), new UpSampling2D(), new Cropping2D(1),
        new GlobalMaxPooling2D(), new RepeatVector(3), new LSTM(5),
    ]) { Name = "volume" };

    public static Model SubclassedUnbuilt() => new Custom { Name = "custom" };

    public static Model Subclassed()
    {
        var model = SubclassedUnbuilt();
        model.Apply(new float[2, 3]);
        return model;
    }

    /// <summary>Python evaluates the outermost constructor first, so its names come first.</summary>
    private static void Assume(Layer outer, Layer inner) => Assert.That((outer.Name, inner.Name), Is.EqualTo(("dense", "dense_1")));

    private static Model Trained(Model model, string optimizer)
    {
        model.Compile(optimizer, "mse");
        var x = Ops.Zeros(model.Inputs[0].Shape.With(0, 2));
        model.Fit(x, model.Predict(x, verbose: 0), verbose: 0);
        return model;
    }

    private sealed class Custom : Model
    {
        private readonly Dense _first = new(4);
        private readonly Dense _second = new(2) { Name = "second" };

        protected override Tensor Call(Tensor x, CallContext context) => _second.Apply(_first.Apply(x));
    }
}
