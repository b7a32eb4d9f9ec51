using System.Globalization;
using System.Text.Json;
using NumSharp;

namespace KerasNet.Tests.NumPy;

/// <summary>NumSharp's np and what KerasNet adds to it, against NumPy's own answers.</summary>
public sealed class NumPyTests
{
    private static readonly JsonElement s_golden = Golden.Json("numpy/calls.json");

    [TestCaseSource(nameof(Cases))]
    public void AnswersAsNumPy(JsonElement golden)
    {
        NDArray[] results = Call(golden);
        JsonElement[] expected = [.. golden.GetProperty("results").EnumerateArray()];
        Assert.That(results, Has.Length.EqualTo(expected.Length));
        foreach ((NDArray result, JsonElement wanted) in results.Zip(expected))
        {
            Same(result, wanted, size: golden.GetProperty("call").GetString() == "sum" ? 100 : 1);         // NumPy's sums of numbers up to 100 lose digits themselves
        }
    }

    [Test]
    public void RandomStreamsAreNumPys()
    {
        JsonElement golden = s_golden.GetProperty("random");
        np.random.seed(42);
        Same(np.random.rand(2, 3), golden.GetProperty("rand"), exact: true);
        Same(np.random.randn(5), golden.GetProperty("randn"), exact: true);
        Same(np.random.randint(0, 10, 8), golden.GetProperty("randint"), exact: true, anyType: true);
        Same(np.random.permutation(9), golden.GetProperty("permutation"), exact: true, anyType: true);
        Same(np.random.normal(2.0, 3.0, 4), golden.GetProperty("normal"), exact: true);
        Same(np.random.uniform(-1.0, 1.0, 4), golden.GetProperty("uniform"), exact: true);
        NDArray shuffled = np.arange(10);
        np.random.shuffle(shuffled);
        Same(shuffled, golden.GetProperty("shuffle"), exact: true, anyType: true);
    }

    [Test]
    public void SumsOfManySmallNumbersDoNotDrift() =>
        Assert.That(np.sum(np.full((1000, 1000), 0.1f), axis: (0, 1)).item<float>(), Is.EqualTo(100_000f).Within(0.01f));

    [Test]
    public void AxesAreReadFromTuplesAndLists()
    {
        NDArray a = np.arange(24).reshape(2, 3, 4);
        Assert.That(np.sum(a, axis: (0, 2)).ToArray<long>(), Is.EqualTo(np.sum(a, axis: [0, 2]).ToArray<long>()));
        Assert.That(np.sum(a["1:, ::-1"], axis: (0, 1)).ToArray<long>(), Is.EqualTo(new long[] { 48, 51, 54, 57 }), "of a view");
        Assert.That(((Axes)(0, 1)).ToString(), Is.EqualTo("(0, 1)"));
    }

    [Test]
    public void WrongAxesAreErrors()
    {
        NDArray a = np.zeros((2, 3));
        Assert.That(() => np.sum(a, axis: (0, 2)), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("Axis 2 is out of range for an array of 2 dimensions"));
        Assert.That(() => np.sum(a, axis: (0, -2)), Throws.ArgumentException.With.Message.Contains("An axis stands twice in axis=(0, -2)"));
        Assert.That(() => np.max(np.zeros((2, 0, 3)), axis: (0, 1)), Throws.ArgumentException.With.Message.Contains("no maximum"));
        Assert.That(() => np.histogram(np.array([double.NaN, 1.0])), Throws.ArgumentException.With.Message.Contains("finite range"));
        Assert.That(() => np.genfromtxt(["1,2", "3"], delimiter: ","), Throws.ArgumentException.With.Message.Contains("2 in row 1, 1 in row 2"));
    }

    private static IEnumerable<TestCaseData> Cases() => s_golden.GetProperty("cases").EnumerateArray().Select((golden, i) =>
        new TestCaseData(golden).SetArgDisplayNames($"{i} {golden.GetProperty("call")} {string.Join(' ', golden.GetProperty("arrays").EnumerateArray().Select(array => array.GetProperty("dtype")))} {golden.GetProperty("arguments")}"));

    private static NDArray[] Call(JsonElement golden)
    {
        NDArray[] arrays = [.. golden.GetProperty("arrays").EnumerateArray().Select(Read)];
        JsonElement arguments = golden.GetProperty("arguments");
        bool keepdims = Flag(arguments, "keepdims");
        int ddof = Integer(arguments, "ddof", 0)!.Value;
        Axes axis = arguments.TryGetProperty("axis", out JsonElement axes) ? axes.EnumerateArray().Select(i => i.GetInt32()).ToArray() : [];
        return golden.GetProperty("call").GetString() switch
        {
            "sum" => [np.sum(arrays[0], axis, keepdims)],
            "mean" => [np.mean(arrays[0], axis, keepdims)],
            "max" => [np.max(arrays[0], axis, keepdims)],
            "min" => [np.min(arrays[0], axis, keepdims)],
            "prod" => [np.prod(arrays[0], axis, keepdims)],
            "var" => [np.var(arrays[0], axis, keepdims, ddof)],
            "std" => [np.std(arrays[0], axis, keepdims, ddof)],
            "round" => [np.round(arrays[0], Integer(arguments, "decimals", 0)!.Value)],
            "logspace" => [np.logspace(arguments.GetProperty("start").GetDouble(), arguments.GetProperty("stop").GetDouble(), Integer(arguments, "num", 50)!.Value,
                !arguments.TryGetProperty("endpoint", out JsonElement end) || end.GetBoolean(), arguments.TryGetProperty("base", out JsonElement b) ? b.GetDouble() : 10)],
            "in1d" => [np.in1d(arrays[0], arrays[1], Flag(arguments, "invert"))],
            "histogram" => Histogram(arrays, arguments),
            "genfromtxt" => [Text(golden.GetProperty("lines"), arguments)],
            var name => throw new AssertionException($"There is no call of {name} in this test."),
        };
    }

    private static NDArray[] Histogram(NDArray[] arrays, JsonElement arguments)
    {
        NDArray? weights = arguments.TryGetProperty("weights", out JsonElement list) ? np.array(list.EnumerateArray().Select(w => w.GetDouble()).ToArray()) : null;
        (double, double)? range = arguments.TryGetProperty("range", out JsonElement pair) ? (pair[0].GetDouble(), pair[1].GetDouble()) : null;
        (NDArray counts, NDArray edges) = arrays.Length == 2
            ? np.histogram(arrays[0], arrays[1], Flag(arguments, "density"), weights)
            : np.histogram(arrays[0], Integer(arguments, "bins", 10)!.Value, range, Flag(arguments, "density"), weights);
        return [counts, edges];
    }

    private static NDArray Text(JsonElement lines, JsonElement arguments) => np.genfromtxt(
        lines.EnumerateArray().Select(line => line.GetString()!),
        arguments.TryGetProperty("delimiter", out JsonElement delimiter) ? delimiter.GetString() : null,
        Integer(arguments, "skip_header", 0)!.Value,
        Integer(arguments, "skip_footer", 0)!.Value,
        usecols: arguments.TryGetProperty("usecols", out JsonElement columns) ? [.. columns.EnumerateArray().Select(i => i.GetInt32())] : null,
        filling_values: arguments.TryGetProperty("filling_values", out JsonElement filling) ? filling.GetDouble() : double.NaN,
        max_rows: Integer(arguments, "max_rows", null));

    private static bool Flag(JsonElement arguments, string name) => arguments.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static int? Integer(JsonElement arguments, string name, int? otherwise) => arguments.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : otherwise;

    private static NDArray Read(JsonElement array)
    {
        NDArray flat = np.array(array.GetProperty("values").EnumerateArray().Select(Number).ToArray());
        return flat.astype(Type(array)).reshape(array.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt64()).ToArray());
    }

    private static void Same(NDArray result, JsonElement expected, bool exact = false, bool anyType = false, double size = 1)
    {
        double tolerance = exact ? 0 : expected.GetProperty("dtype").GetString() switch { "float16" => 2e-3, "float32" => 1e-6, "float64" => 1e-13, _ => 0 };
        Assert.That(result.shape, Is.EqualTo(expected.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt64())));
        Assert.That(anyType || result.dtype == Type(expected), Is.True, $"data type {result.dtype}, expected {expected.GetProperty("dtype")}");
        double[] values = result.size == 0 ? [] : result.astype(typeof(double)).reshape(-1).ToArray<double>();
        double[] wanted = [.. expected.GetProperty("values").EnumerateArray().Select(Number)];
        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.That(values[i], Is.EqualTo(wanted[i]).Within(double.IsFinite(wanted[i]) ? tolerance * (size + Math.Abs(wanted[i])) : 0), $"element {i}");
        }
    }

    private static Type Type(JsonElement array) => array.GetProperty("dtype").GetString() switch
    {
        "float64" => typeof(double),
        "float32" => typeof(float),
        "float16" => typeof(Half),
        "int64" => typeof(long),
        "int32" => typeof(int),
        "int16" => typeof(short),
        "int8" => typeof(sbyte),
        "uint64" => typeof(ulong),
        "uint32" => typeof(uint),
        "uint16" => typeof(ushort),
        "uint8" => typeof(byte),
        _ => typeof(bool),
    };

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, var text => double.Parse(text!, CultureInfo.InvariantCulture) },
    };
}
