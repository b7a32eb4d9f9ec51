using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.EachLayer;

/// <summary>What every layer is checked for.</summary>
internal static class LayerChecks
{
    // Keras's quantisation, which stands in configs of layers that it may change.
    private static readonly string[] _quantisation = ["quantization_config", "lora_rank", "lora_alpha", "gptq_unpacked_column_size"];

    public static void Config(Layer layer, LayerGolden golden)
    {
        Same(layer.GetConfig(), golden.Config, "config");
        var again = Layer.Deserialize(Layer.Serialize(layer));
        Assert.That(JsonNode.DeepEquals(again.GetConfig(), layer.GetConfig()), $"config read and written: {again.GetConfig().ToJsonString()}, before: {layer.GetConfig().ToJsonString()}");
        Assert.That(again, Is.TypeOf(KerasObjects.Find(layer.FileClassName, typeof(Layer))));
    }

    public static void Weights(Layer layer, LayerQuestion question, LayerGolden golden, int trainable, int nonTrainable)
    {
        question.Call(layer, question.Inputs(DataType.Float32), training: false);
        Assert.That((layer.TrainableWeights.Count, layer.NonTrainableWeights.Count), Is.EqualTo((trainable, nonTrainable)), "trainable and other weights");
        Assert.That(layer.Weights.Select(w => (w.Name, w.Shape, w.Trainable)), Is.EqualTo(golden.Weights), "weights");
    }

    public static void Numbers(Layer layer, LayerQuestion question, LayerGolden golden)
    {
        LayerNumbers.SetWeights(layer);
        var inputs = question.Inputs(DataType.Float32);
        using var tape = new GradientTape();
        foreach (var x in inputs.Where(t => t.DType.IsFloating()))
        {
            tape.Watch(x);
        }

        var outputs = question.Call(layer, inputs);
        Assert.That(outputs.Select(y => (y.Shape, y.DType)), Is.EqualTo(golden.Outputs.Select(y => (y.Shape, y.DType))), "shapes and types of the outputs");
        for (var i = 0; i < outputs.Count; i++)
        {
            Near(outputs[i], golden.Outputs[i].Values, $"output {i}");
        }

        // Further outputs, attention scores, have in Keras what an inner layer left on them.
        var mask = outputs[0].KerasMask;
        Assert.That(mask?.Shape, Is.EqualTo(golden.Masks[0]?.Shape), "mask of the output");
        if (mask is not null)
        {
            Near(mask, golden.Masks[0]!.Value.Values, "mask of the output");
        }

        Assert.That(layer.Losses, Has.Count.EqualTo(golden.Losses.Length), "losses");
        for (var i = 0; i < golden.Losses.Length; i++)
        {
            Near(layer.Losses[i], [golden.Losses[i]], $"loss {i}");
        }

        var kept = layer.Weights.Where(w => !layer.TrainableWeights.Contains(w)).ToArray();
        for (var i = 0; i < kept.Length; i++)
        {
            Near(kept[i].Value, golden.After[i], $"{kept[i].Name} after the call");
        }

        if (golden.Gradients is not { } expected)
        {
            return;
        }

        var gradients = tape.Gradient(LayerNumbers.Loss(outputs), [.. inputs.Where(t => t.DType.IsFloating()), .. layer.TrainableWeights.Select(w => w.Handle)]);
        Assert.That(gradients, Has.Length.EqualTo(expected.Count), "gradients");
        for (var i = 0; i < gradients.Length; i++)
        {
            Near(gradients[i] ?? Tensor.Create<float>(new float[expected[i]?.Length ?? 0], expected[i]?.Length ?? 0), expected[i] ?? new double[gradients[i]?.Size ?? 0], $"gradient {i}");
        }
    }

    public static void SymbolicShapes(Func<Layer> make, LayerQuestion question, TensorShape[] expected)
    {
        using var scope = Keras.Scope();
        var layer = make();
        var outputs = question.Call(layer, question.Symbolic());
        Assert.That(outputs.Select(y => y.Shape.With(0, -1)), Is.EqualTo(expected.Select(s => s.With(0, -1))), "symbolic shapes");
        if (question is { IsList: false, Integers: 0, Arguments.Count: 0 } && expected.Length == 1)
        {
            Assert.That(layer.ComputeOutputShape(question.Input[0]), Is.EqualTo(expected[0]), "ComputeOutputShape");
        }
    }

    /// <summary>Derivatives along one direction for each input and each weight, in float64, against central differences of the fourth order.</summary>
    public static void Gradients(Func<Layer> make, LayerQuestion question)
    {
        using var scope = Keras.Scope();
        Keras.Config.FloatX = DataType.Float64;
        var inputs = question.Inputs(DataType.Float64);
        var floats = Enumerable.Range(0, inputs.Count).Where(i => inputs[i].DType.IsFloating()).ToArray();
        (Layer, Tensors, Tensor) Run(int source, double step)
        {
            var made = make();
            question.Call(made, inputs, training: false);
            LayerNumbers.SetWeights(made);
            var moved = inputs;
            if (source >= 0 && source < floats.Length)
            {
                var items = inputs.ToArray();
                items[floats[source]] = Moved(items[floats[source]], source, step);
                moved = question.IsList ? items : items[0];
            }
            else if (source >= 0)
            {
                var weight = made.TrainableWeights[source - floats.Length];
                weight.Assign(Moved(weight.Value, source, step));
            }

            return (made, moved, LayerNumbers.Loss(question.Call(made, moved)));
        }

        using var tape = new GradientTape();
        foreach (var i in floats)
        {
            tape.Watch(inputs[i]);
        }

        var (layer, _, loss) = Run(-1, 0);
        var sources = floats.Select(i => inputs[i]).Concat(layer.TrainableWeights.Select(w => w.Handle)).ToArray();
        var gradients = tape.Gradient(loss, sources);
        const double step = 1e-4;
        double At(int source, double move) => Run(source, move).Item3.ToDouble();
        for (var i = 0; i < sources.Length; i++)
        {
            var expected = ((8 * (At(i, step) - At(i, -step))) - (At(i, 2 * step) - At(i, -2 * step))) / (12 * step);
            var actual = gradients[i] is { } g ? Ops.Sum(g * Direction(i, g.Shape)).ToDouble() : 0;
            Assert.That(actual, Is.EqualTo(expected).Within(1e-6 * (1 + Math.Abs(expected))), $"the derivative by {(i < floats.Length ? $"input {i}" : layer.TrainableWeights[i - floats.Length].Name)}");
        }
    }

    public static void OneStep(Func<Layer> make, LayerQuestion question)
    {
        using var scope = Keras.Scope();
        Keras.SetRandomSeed(1);
        var layer = make();
        var inputs = question.Symbolic();
        var outputs = question.Call(layer, inputs);
        if (!outputs[0].DType.IsFloating())
        {
            return;
        }

        var model = new Model(inputs, outputs[0]);
        model.Compile("sgd", "mse");
        var data = question.Inputs(DataType.Float32);
        var before = layer.GetWeights();
        var loss = model.TrainOnBatch(data.ToArray(), Ops.Cast(LayerNumbers.Values(Factors, outputs[0].Shape.With(0, question.Input[0][0])), DataType.Float32))["loss"];
        Assert.That(double.IsFinite(loss), $"loss after a step: {loss}");
        if (layer.TrainableWeights.Count > 0)
        {
            Assert.That(layer.GetWeights().Zip(before).Any(p => !p.First.Bytes().SequenceEqual(p.Second.Bytes())), "a step of training changes no weight");
        }
    }

    public static void WeightsOutAndIn(Func<Layer> make, LayerQuestion question)
    {
        using var scope = Keras.Scope();
        var (first, second) = (make(), make());
        var inputs = question.Inputs(DataType.Float32);
        question.Call(first, inputs, training: false);
        question.Call(second, inputs, training: false);
        LayerNumbers.SetWeights(first);
        second.SetWeights(first.GetWeights());
        var (a, b) = (question.Call(first, inputs, training: false), question.Call(second, inputs, training: false));
        Assert.That(a.Zip(b).All(p => p.First.Bytes().SequenceEqual(p.Second.Bytes())), "the same weights give other numbers");
    }

    public static void NarrowTypes(Func<Layer> make, LayerQuestion question, bool exact)
    {
        foreach (var policy in (string[])["mixed_float16", "mixed_bfloat16"])
        {
            using var scope = Keras.Scope();
            var wide = make();
            var expected = Prepared(wide, question);
            Keras.Config.DTypePolicy = policy;
            var layer = make();
            var outputs = Prepared(layer, question);
            Assert.That(layer.Weights.Select(w => w.DType).Where(t => t.IsFloating()), Is.All.EqualTo(DataType.Float32), $"{policy}: weights");
            for (var i = 0; i < outputs.Count; i++)
            {
                if (!outputs[i].DType.IsFloating())
                {
                    continue;
                }

                Assert.That(outputs[i].DType, Is.EqualTo(layer.DType.ComputeDType), $"{policy}: type of output {i}");
                var (x, y) = (Doubles(outputs[i]), Doubles(expected[i]));
                var scale = y.Select(Math.Abs).Append(1).Max();
                Assert.That(x.Zip(y).All(p => exact ? Math.Abs(p.First - p.Second) <= 0.06 * scale : double.IsFinite(p.First)), $"{policy}: output {i} is [{string.Join(", ", x)}], in float32 [{string.Join(", ", y)}]");
            }
        }
    }

    public static void OtherBackends(Func<Layer> make, LayerQuestion question, string backend)
    {
        Tensors On(string name)
        {
            using var scope = Keras.Scope(name);
            return Prepared(make(), question);
        }

        var mine = On(backend);
        foreach (var other in Backends.All.Where(b => b != backend))
        {
            foreach (var (a, b) in mine.Zip(On(other)))
            {
                Near(a, Doubles(b), $"{backend} against {other}");
            }
        }
    }

    private const int Factors = LayerNumbers.Factors;

    private static Tensors Prepared(Layer layer, LayerQuestion question)
    {
        var inputs = question.Inputs(DataType.Float32);
        question.Call(layer, inputs, training: false);
        LayerNumbers.SetWeights(layer);
        return question.Call(layer, inputs);
    }

    private static Tensor Direction(int source, TensorShape shape) => GradientCase.Sample(shape, -1, 1, seed: 31 + source);

    private static Tensor Moved(Tensor x, int source, double step)
    {
        var moved = RawOps.AddV2(x, RawOps.Mul(Direction(source, x.Shape), Tensor.Create<double>([step], TensorShape.Scalar)));
        moved.KerasMask = x.KerasMask;
        return moved;
    }

    private static double[] Doubles(Tensor t) => [.. Enumerable.Range(0, (int)t.Size).Select(i => NumberReader.At(t, i))];

    private static void Near(Tensor received, double[] expected, string what)
    {
        var values = Doubles(received);
        Assert.That(values, Has.Length.EqualTo(expected.Length), what);
        var scale = expected.Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i] - expected[i]) <= (1e-5 * scale) + (1e-4 * Math.Abs(expected[i])) || values[i].Equals(expected[i])))
            {
                Assert.Fail($"{what}, element {i} of {values.Length}: expected {expected[i]}, received {values[i]}");
            }
        }
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static void Same(JsonNode? received, JsonNode? expected, string what)
    {
        if (received is JsonObject a && expected is JsonObject b)
        {
            var keys = b.Where(p => !_quantisation.Contains(p.Key) || p.Value is not null).Select(p => p.Key).Where(k => k is not "build_config").ToArray();
            Assert.That(a.Select(p => p.Key), Is.EquivalentTo(keys), $"{what}: keys");
            foreach (var key in keys)
            {
                Same(a[key], b[key], $"{what}.{key}");
            }
        }
        else if (received is JsonArray x && expected is JsonArray y && x.Count == y.Count)
        {
            for (var i = 0; i < x.Count; i++)
            {
                Same(x[i], y[i], $"{what}[{i}]");
            }
        }
        else if (received is JsonValue n && expected is JsonValue m && n.GetValueKind() == System.Text.Json.JsonValueKind.Number && m.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            // Keras writes some of its numbers as float32.
            var (i, j) = (Number(n), Number(m));
            Assert.That(i, Is.EqualTo(j).Within(1e-6 * Math.Abs(j)), what);
        }
        else
        {
            Assert.That(JsonNode.DeepEquals(received, expected), $"{what}: received {received?.ToJsonString() ?? "null"}, Keras has {expected?.ToJsonString() ?? "null"}");
        }
    }
}
