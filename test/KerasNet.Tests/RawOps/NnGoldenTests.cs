using System.Text.Json;
using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>Fused optimizer updates, resizing and batch normalisation against what TensorFlow's kernels gave.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class NnGoldenTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<JsonElement> _golden = new(() => Golden.Json("nn-raw.json"));

    public static IEnumerable<TestCaseData> Updates() => Cases("updates", c => $"{c.GetProperty("op")} {c.GetProperty("dtype")} {c.GetProperty("value")}");

    public static IEnumerable<TestCaseData> Resizes() => Cases("resizes", c => $"{c.GetProperty("op")} {c.GetProperty("align")} {c.GetProperty("half")} {c.GetProperty("size")}");

    public static IEnumerable<TestCaseData> BatchNormalizations() => Cases("batch_normalization", c => $"{c.GetProperty("layout")} {c.GetProperty("training")} {c.GetProperty("shape")}");

    [TestCaseSource(nameof(Updates))]
    public void Update(JsonElement golden)
    {
        var dtype = DataTypes.Parse(golden.GetProperty("dtype").GetString()!);
        var variables = golden.GetProperty("variables").EnumerateArray().Select(v => new KerasVariable(Value(v, dtype))).ToArray();
        var gradient = Value(golden.GetProperty("gradient"), dtype);
        var op = (OpDefinition)Activator.CreateInstance(typeof(OpDefinition).Assembly.GetType($"KerasNet.{golden.GetProperty("op").GetString()}Op")!)!;
        var graph = new Graph();
        Tensor fed;
        using (graph.Enter())
        {
            fed = graph.Placeholder(dtype, gradient.Shape, "gradient");
            Tensor[] rest = [.. golden.GetProperty("inputs").EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Null ? fed : RawOps.Scalar(i.GetDouble(), dtype))];
            (string, object)[] flag = golden.GetProperty("flag").GetString() is { } name ? [(name, golden.GetProperty("value").GetBoolean())] : [];
            op.Call([.. variables.Select(v => v.Handle), .. rest], [("use_locking", false), .. flag]);
        }

        using var step = Keras.Backend.Compile(graph, [fed], [], [.. graph.Updates]);
        step.Run([gradient], []);
        foreach (var (variable, after) in variables.Zip(golden.GetProperty("after").EnumerateArray()))
        {
            AreClose(variable.ReadNow(), after, dtype == DataType.Float64 ? 1e-12 : 1e-5);
        }
    }

    [TestCaseSource(nameof(Resizes))]
    public void Resize(JsonElement golden)
    {
        var (x, dy) = (Value(golden.GetProperty("x"), DataType.Float32, Shape(golden.GetProperty("shape"))), golden.GetProperty("dy"));
        var (align, half) = (golden.GetProperty("align").GetBoolean(), golden.GetProperty("half").GetBoolean());
        var size = RawOps.Constant(Shape(golden.GetProperty("size")).Dims);
        using var tape = new GradientTape();
        tape.Watch(x);
        var y = golden.GetProperty("op").GetString() switch
        {
            "ResizeNearestNeighbor" => RawOps.ResizeNearestNeighbor(x, size, align, half),
            "ResizeBilinear" => RawOps.ResizeBilinear(x, size, align, half),
            _ => RawOps.ResizeBicubic(x, size, align, half),
        };
        AreClose(y, golden.GetProperty("y"), 1e-5);
        AreClose(tape.Gradient(y, [x], Value(dy, DataType.Float32, y.Shape))[0]!, golden.GetProperty("dx"), 1e-5);
    }

    [TestCaseSource(nameof(BatchNormalizations))]
    public void BatchNormalization(JsonElement golden)
    {
        Tensor Get(string name, TensorShape? shape = null) => Value(golden.GetProperty(name), DataType.Float32, shape);
        var x = Get("x", Shape(golden.GetProperty("shape")));
        var (scale, offset) = (Get("scale"), Get("offset"));
        using var tape = new GradientTape();
        tape.Watch(x);
        tape.Watch(scale);
        tape.Watch(offset);
        var y = RawOps.FusedBatchNormV3(x, scale, offset, Get("mean"), Get("variance"), 1e-3f, golden.GetProperty("training").GetBoolean(), golden.GetProperty("layout").GetString()!);
        AreClose(y[0], golden.GetProperty("y"), 1e-5);
        AreClose(y[1], golden.GetProperty("batch_mean"), 1e-5);
        AreClose(y[2], golden.GetProperty("batch_variance"), 1e-5);
        var d = tape.Gradient(y[0], [x, scale, offset], Get("dy", x.Shape));
        AreClose(d[0]!, golden.GetProperty("dx"), 2e-5);
        AreClose(d[1]!, golden.GetProperty("dscale"), 2e-5);
        AreClose(d[2]!, golden.GetProperty("doffset"), 2e-5);
    }

    private static IEnumerable<TestCaseData> Cases(string part, Func<JsonElement, string> name) =>
        _golden.Value.GetProperty(part).EnumerateArray().Select((c, i) => new TestCaseData(c).SetArgDisplayNames($"{i}: {name(c)}"));

    private static TensorShape Shape(JsonElement shape) => new([.. shape.EnumerateArray().Select(d => d.GetInt32())]);

    private static Tensor Value(JsonElement numbers, DataType dtype, TensorShape? shape = null)
    {
        double[] values = [.. numbers.EnumerateArray().Select(v => v.GetDouble())];
        return RawOps.Cast(Tensor.Create<double>(values, shape ?? values.Length), dtype);
    }

    private static void AreClose(Tensor actual, JsonElement expected, double tolerance) => Managed.Numbers.AreClose(
        [.. Enumerable.Range(0, (int)actual.Size).Select(i => NumberReader.At(actual, i))], [.. expected.EnumerateArray().Select(v => v.GetDouble())], tolerance);
}
