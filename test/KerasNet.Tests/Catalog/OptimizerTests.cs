using System.Text.Json;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OptimizerTests(string backend)
{
    private static readonly Lazy<JsonElement> _data = new(() => Golden.Json(Path.Combine("catalog", "optimizer_gradients.json")));

    public static IEnumerable<TestCaseData> Traces => Recorded.Cases("optimizers.json").Select((r, i) => new TestCaseData(i).SetArgDisplayNames($"{i} {r.GetProperty("class")} {r.GetProperty("config")}"));

    [TestCaseSource(nameof(Traces))]
    public void TwoHundredCompiledStepsAreKerass(int index) => Run(index, compiled: true);

    [TestCaseSource(nameof(Traces))]
    public void TenEagerStepsAreKerass(int index) => Run(index, compiled: false);

    [Test]
    public void NoGradientAtAllIsAnErrorThatNamesTheVariables()
    {
        using var scope = Keras.Scope(backend);
        var w = new KerasVariable(1f, "kernel") { Path = "dense/kernel" };
        Assert.That(() => new SGD().Apply([null], [w]), Throws.ArgumentException.With.Message.Contains("dense/kernel"));
    }

    [Test]
    public void UnknownVariableIsAnError()
    {
        using var scope = Keras.Scope(backend);
        var optimizer = new Adam();
        optimizer.Build([new KerasVariable(1f)]);
        Assert.That(() => optimizer.Apply([1f], [new KerasVariable(1f, "other")]), Throws.ArgumentException.With.Message.Contains("'other'"));
    }

    [Test]
    public void LearningRateIsSetAndRead()
    {
        using var scope = Keras.Scope(backend);
        var optimizer = new SGD(0.5);
        optimizer.LearningRate = 0.25;
        var w = new KerasVariable(1f);
        optimizer.Apply([RawOps.Scalar(1, DataType.Float32)], [w]);
        Assert.Multiple(() =>
        {
            Assert.That((double)optimizer.LearningRate, Is.EqualTo(0.25));
            Assert.That(w.Value.ToDouble(), Is.EqualTo(0.75));
            Assert.That(() => new SGD(new ExponentialDecay(0.1, 10, 0.5)).LearningRate = 0.1, Throws.InvalidOperationException);
        });
    }

    [Test]
    public void WeightDecaySparesWhatIsExcluded()
    {
        using var scope = Keras.Scope(backend);
        var optimizer = new AdamW(0.1, weightDecay: 0.5);
        optimizer.ExcludeFromWeightDecay(varNames: ["bias"]);
        var (kernel, bias) = (new KerasVariable(1f, "kernel"), new KerasVariable(1f, "bias"));
        optimizer.Apply([RawOps.Scalar(0, DataType.Float32), RawOps.Scalar(0, DataType.Float32)], [kernel, bias]);
        Assert.That((kernel.Value.ToDouble(), bias.Value.ToDouble()), Is.EqualTo(((double)0.95f, 1.0)));
    }

    [Test]
    public void ScaledLossesTrainAsUnscaledOnes()
    {
        using var scope = Keras.Scope(backend);
        float[] Weights(Optimizer optimizer)
        {
            var model = new Sequential([Keras.Input(3), new Layers.Dense(2, kernelInitializer: "ones")]);
            model.Compile(optimizer: optimizer, loss: "mse");
            for (var i = 0; i < 3; i++)
            {
                model.TrainOnBatch(new float[,] { { 1, 2, 3 }, { 4, 5, 7 } }, new float[,] { { 1, 2 }, { 3, 4 } });
            }

            return model.Weights[0].Value.ToArray<float>();
        }

        var plain = Weights(new SGD(0.01));
        Assert.That(Weights(new SGD(0.01, lossScaleFactor: 8)), Is.EqualTo(plain).Within(1e-5));
        Assert.That(Weights(new LossScaleOptimizer(new SGD(0.01), 16, 2)), Is.EqualTo(plain).Within(1e-5));
    }

    [TestCase("sgd", 1)]
    [TestCase("adam", 1)]
    [TestCase("rmsprop", 1)]
    [TestCase("adadelta", 1)]
    [TestCase("adamax", 1)]
    [TestCase("ftrl", 1)]
    public void OneMoreWeightIsOneMoreNode(string name, int nodes)
    {
        using var scope = Keras.Scope(backend);
        int Nodes(int weights)
        {
            var graph = new Graphs.Graph();
            KerasVariable[] variables = [.. Enumerable.Range(0, weights).Select(i => new KerasVariable(Tensor.From(new float[3]), $"w{i}"))];
            Tensor[] gradients = [.. variables.Select(_ => graph.Placeholder(DataType.Float32, 3, "g"))];
            using (graph.Enter())
            {
                ((Optimizer)name).Apply(gradients, variables);
            }

            return graph.Nodes.Count - weights;
        }

        Assert.That(Nodes(10) - Nodes(2), Is.EqualTo(8 * nodes));
    }

    private void Run(int index, bool compiled)
    {
        using var scope = Keras.Scope(backend);
        var record = Recorded.Cases("optimizers.json").ElementAt(index);
        var optimizer = Make(record);
        KerasVariable[] variables = [.. _data.Value.GetProperty("start").EnumerateArray().Select((s, i) => new KerasVariable(Recorded.Array(s)!, $"w{i}")
        {
            Constraint = record.GetProperty("config").TryGetProperty("constraint", out _) ? new Constraints.NonNeg() : null,
        })];
        optimizer.Build(variables);
        SameVariables(optimizer, record.GetProperty("variables"), values: false);
        var scaling = optimizer as LossScaleOptimizer;
        Func<Tensor?[], Tensor>? step = null;
        var trace = record.GetProperty("trace").EnumerateArray().ToDictionary(t => t.GetProperty("step").GetInt32());
        for (var t = 0; t < (compiled ? 200 : 10); t++)
        {
            var gradients = Gradients(t, variables, scaling?.DynamicScale ?? 1, broken: scaling is not null && (t is 7 or 40));
            if (compiled)
            {
                step ??= Compile(optimizer, variables);
                step(gradients);
            }
            else
            {
                optimizer.Apply(gradients, variables);
            }

            if (trace.TryGetValue(t + 1, out var expected))
            {
                foreach (var (variable, value) in variables.Zip(expected.GetProperty("values").EnumerateArray()))
                {
                    Recorded.AreClose(variable.Value, value, $"step {t + 1} {variable.Name}");
                }

                Assert.That(optimizer.LearningRate.Value, Is.EqualTo(expected.GetProperty("learning_rate").GetDouble()).Within(1e-6));
            }
        }

        if (!compiled)
        {
            return;
        }

        SameVariables(optimizer, record.GetProperty("variables"), values: true);
        optimizer.FinalizeVariableValues(variables);
        foreach (var (variable, value) in variables.Zip(record.GetProperty("final").EnumerateArray()))
        {
            Recorded.AreClose(variable.Value, value, $"final {variable.Name}");
        }
    }

    private static Func<Tensor?[], Tensor> Compile(Optimizer optimizer, KerasVariable[] variables)
    {
        var graph = new Graphs.Graph();
        Tensor[] inputs = [.. variables.Select(v => graph.Placeholder(v.DType, v.Shape, "g"))];
        using (graph.Enter())
        {
            optimizer.Apply(inputs, variables);
        }

        var executable = Keras.Backend.Compile(graph, inputs, [], [.. graph.Updates]);
        return values =>
        {
            executable.Run([.. values.OfType<Tensor>()], []);
            return values[0]!;
        };
    }

    private static Optimizer Make(JsonElement record)
    {
        var config = record.GetProperty("config");
        var plain = JsonSerializer.SerializeToElement(config.EnumerateObject().Where(p => p.Name is not ("schedule" or "constraint" or "inner")).ToDictionary(p => p.Name, p => p.Value));
        var name = record.GetProperty("class").GetString()!;
        if (name == "LossScaleOptimizer")
        {
            return new LossScaleOptimizer(new Adam(), config.GetProperty("initial_scale").GetDouble(), config.GetProperty("dynamic_growth_steps").GetInt32());
        }

        var optimizer = Recorded.Create<Optimizer>(name, plain);
        if (config.TryGetProperty("schedule", out var schedule))
        {
            optimizer.LearningRate = schedule.GetString() == "CosineDecay" ? new CosineDecay(0.05, 150) : new ExponentialDecay(0.01, 20, 0.9);
        }

        return optimizer;
    }

    private static Tensor[] Gradients(int step, KerasVariable[] variables, double scale, bool broken)
    {
        var numbers = _data.Value.GetProperty("gradients")[step].EnumerateArray().Select(e => (float)e.GetDouble()).ToArray();
        var at = 0;
        return [.. variables.Select(v =>
        {
            var part = numbers[at..(at += (int)v.Shape.Size)];
            return Tensor.Create<float>(Array.ConvertAll(part, g => broken ? float.NaN : (float)(g * scale)), v.Shape);
        })];
    }

    private static void SameVariables(Optimizer optimizer, JsonElement recorded, bool values)
    {
        static string Own(string path) => path[(path.IndexOf('/') + 1)..];
        Assert.That(optimizer.Variables.Select(v => Own(v.Path)), Is.EqualTo(recorded.EnumerateArray().Select(v => v.GetProperty("path").GetString()!).Select(p => Own(p) is "variable_1" ? "variable" : Own(p))));
        foreach (var (variable, value) in values ? optimizer.Variables.Zip(recorded.EnumerateArray().Select(v => v.GetProperty("value"))) : [])
        {
            Recorded.AreClose(variable.Value, value, variable.Path);
        }
    }
}
