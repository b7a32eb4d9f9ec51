using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests.Tools;

/// <summary>Arguments of inputs, lambdas, specs and variables, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ParameterTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/parameters.json");

    [Test]
    public void MasksOfLambdas()
    {
        Lambda[] lambdas = [new(x => x), new(x => x * 2f), new(x => x * 2f, mask: (_, mask) => mask)];
        foreach (var (lambda, golden) in lambdas.Zip(_golden.GetProperty("lambda_masks").EnumerateArray()))
        {
            var mask = lambda.Apply(new Embedding(5, 3, maskZero: true).Apply(Tensor.Create<int>([1, 0, 2, 3], (2, 2)))).KerasMask;
            Assert.That(mask?.ToArray<bool>(), golden.ValueKind == JsonValueKind.Null ? Is.Null : Is.EqualTo(golden.GetProperty("data").EnumerateArray().Select(v => v.GetDouble() != 0)));
        }
    }

    [Test]
    public void ArgumentsOfLambdas()
    {
        var lambda = new Lambda((x, a) => (x * (float)(double)a["a"]!) + (float)(double)a["b"]!, outputShape: 2, arguments: new Dictionary<string, object?> { ["a"] = 3.0, ["b"] = 1.0 });
        GoldenTensor.AreClose(lambda.Apply(Ops.Ones((1, 2))), _golden.GetProperty("lambda_arguments"), "lambda");
        var config = lambda.GetConfig();
        Assert.That((config["arguments"]!["a"]!.ToJsonString(), config["output_shape"]!.ToJsonString()), Is.EqualTo(("3.0", "[2]")));
        Assert.That(() => new Lambda(x => x, outputShape: 3).Apply(Ops.Ones((1, 2))), Throws.ArgumentException.With.Message.Contains("declares outputShape: (3,)"));
        Assert.That(Keras.CloneModel(new Sequential([Keras.Input(2), lambda])).Layers[0].GetConfig()["arguments"]!["b"]!.ToJsonString(), Is.EqualTo("1.0"));
    }

    [Test]
    public void SpecsAreChecked()
    {
        (InputSpec Spec, Tensor X)[] cases =
        [
            (new(ndim: 3), Ops.Ones((2, 3))), (new(shape: (null, 3)), Ops.Ones((2, 4))), (new(shape: (null, 3)), Ops.Ones((2, 3))), (new(minNdim: 3), Ops.Ones((2, 3))), (new(maxNdim: 1), Ops.Ones((2, 3))),
            (new(axes: new Dictionary<int, int> { [-1] = 4 }), Ops.Ones((2, 3))), (new(DataType.Float32), Ops.Ones((2, 3), DataType.Int32)), (new(shape: (null, 3, 1), allowLastAxisSqueeze: true), Ops.Ones((2, 3))),
            (new(shape: (null, 3), allowLastAxisSqueeze: true), Ops.Ones((2, 3, 1))), (new(shape: (null, 3), allowLastAxisSqueeze: true), Ops.Ones((2, 4, 1))),
        ];
        foreach (var ((spec, x), golden) in cases.Zip(_golden.GetProperty("specs").EnumerateArray()))
        {
            // Keras squeezes the shape in its message too.
            var message = golden.GetString()?.Split("incompatible with the layer: ")[1].Split(", found shape")[0];
            Assert.That(() => new Demanding(spec).Apply(x), message is null ? Throws.Nothing : Throws.ArgumentException.With.Message.StartsWith("Input 0 of layer 'demanding' is incompatible with the layer: " + message));
        }
    }

    [Test]
    public void InputsAreCheckedAndReplaced()
    {
        var given = Keras.Input(3, name: "given");
        var dense = new Dense(4);
        var hidden = dense.Apply(given);
        Func<Tensor>[] mistakes =
        [
            () => Keras.Input(3, batchShape: (null, 3)), () => Keras.Input(batchSize: 2, batchShape: (null, 3)), () => Keras.Input(), () => Keras.Input(3, tensor: hidden), () => Keras.Input(dtype: DataType.Int32, tensor: hidden),
            () => Keras.Input(batchSize: 2, tensor: hidden), () => Keras.Input(batchShape: (2, 4), tensor: hidden),
        ];
        foreach (var (mistake, golden) in mistakes.Zip(_golden.GetProperty("inputs").EnumerateArray()))
        {
            Assert.That(() => mistake(), Throws.ArgumentException.With.Message.StartsWith(golden.GetString()!));
        }

        Assert.That(Keras.Input(batchShape: (5, null, 3)).Shape, Is.EqualTo(new TensorShape(5, -1, 3)));
        Assert.That(() => Keras.Input(3, ragged: true), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Keras.Input(tensor: Ops.Ones((2, 3))), Throws.ArgumentException.With.Message.Contains("must be a KerasTensor"));
        Assert.That(InputLayer.Of(Keras.Input(3, sparse: true)).GetConfig()["sparse"]!.GetValue<bool>());

        // The middle of a model begins another one.
        var last = new Dense(2).Apply(hidden);
        var input = Keras.Input(tensor: hidden, name: "middle");
        var tail = new Model(input, last);
        Assert.That(input, Is.SameAs(hidden));
        Assert.That(tail.Layers.Select(l => l.Name).First(), Is.EqualTo("middle"));
        Assert.That(tail.Layers, Has.Count.EqualTo(2));
        Assert.That(((Tensor)tail.Predict(Ops.Ones((1, 4)), verbose: 0)).Shape, Is.EqualTo(new TensorShape(1, 2)));
    }

    [Test]
    public void VariablesOfInitializers()
    {
        KerasVariable[] made = [new("zeros", (2, 3), DataType.Int32, trainable: false, name: "v"), new("ones", 2, aggregation: "sum", name: "w")];
        foreach (var (variable, golden) in made.Zip(_golden.GetProperty("variables").EnumerateArray()))
        {
            Assert.That(
                (variable.Path, variable.Shape.ToArray(), variable.DType.Name(), variable.Trainable, variable.Aggregation),
                Is.EqualTo((golden[0].GetString(), golden[1].EnumerateArray().Select(d => (int?)d.GetInt32()).ToArray(), golden[2].GetString(), golden[3].GetBoolean(), golden[4].GetString())));
        }

        Assert.That(made[1].Value.ToArray<float>(), Is.All.EqualTo(1f));
        Assert.That(() => new KerasVariable("zeros", (null, 2)), Throws.ArgumentException.With.Message.Contains("fully known"));
        Assert.That(() => new KerasVariable("zeros", 2, aggregation: "max"), Throws.ArgumentException.With.Message.Contains("only_first_replica"));
    }

    [TestCase(true, DataType.Float16)]
    [TestCase(false, DataType.Float32)]
    public void VariablesMayKeepTheirType(bool autocast, DataType seen)
    {
        var layer = new Reader(autocast) { DType = "mixed_float16" };
        layer.Apply(Ops.Ones((1, 2)));
        Assert.That(layer.Seen, Is.EqualTo(seen));
    }

    [Test]
    public void BoxesAreCorners()
    {
        var boxes = Tensor.Create<float>([1, 2, 3, 4], (1, 4));
        Assert.That(Utils.BoundingBoxes.Pad(boxes, 1, 2, 10, 10).ToArray<float>(), Is.EqualTo(new float[] { 3, 3, 5, 5 }));
        Assert.That(() => Utils.BoundingBoxes.Crop(boxes, 1, 2, 10, 10, "yxyx"), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void AModelIsAFolder()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("zipped").FullName, "m");
        try
        {
            var model = new Sequential([Keras.Input(3), new Dense(2)]);
            Keras.SaveModel(model, folder, zipped: false);
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "config.json", "metadata.json", "model.weights.h5" }));
            Assert.That(Keras.LoadModel(folder).GetWeights()[0].ToArray<float>(), Is.EqualTo(model.GetWeights()[0].ToArray<float>()));
            Assert.That(() => Keras.SaveModel(model, folder, overwrite: false, zipped: false), Throws.InstanceOf<IOException>());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    private sealed class Demanding : Layer
    {
        public Demanding(InputSpec spec)
        {
            InputSpecs = [spec];
            Name = "demanding";
        }

        protected override Tensor Call(Tensor x, CallContext context) => x;
    }

    private sealed class Reader(bool autocast) : Layer
    {
        private readonly KerasVariable _weight = new("ones", 2, autocast: autocast);

        public DataType Seen { get; private set; }

        protected override Tensor Call(Tensor x, CallContext context)
        {
            Seen = ((Tensor)_weight).DType;
            return x;
        }
    }
}
