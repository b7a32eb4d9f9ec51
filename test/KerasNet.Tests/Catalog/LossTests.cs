using System.Text.Json;
using KerasNet.Internal;
using KerasNet.Losses;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LossTests(string backend)
{
    public static IEnumerable<string> Classes => Recorded.Cases("losses.json").Select(c => c.GetProperty("class").GetString()!).Distinct();

    [TestCaseSource(nameof(Classes))]
    public void HasKerassNumbers(string name)
    {
        using var scope = Keras.Scope(backend);
        foreach (var (record, i) in Recorded.Cases("losses.json").Select((r, i) => (r, i)).Where(p => p.r.GetProperty("class").GetString() == name))
        {
            var what = $"case {i} {name} {record.GetProperty("config")}";
            var (yTrue, yPred) = (Recorded.Array(record.GetProperty("y_true"))!, Recorded.Array(record.GetProperty("y_pred"))!);
            var (weight, mask) = (Recorded.Array(record.GetProperty("sample_weight")), Recorded.Array(record.GetProperty("mask")));
            Tensor Apply(Tensor[] x)
            {
                var prediction = x[1].View(x[1].Shape);
                prediction.KerasMask = mask is null ? null : RawOps.Cast(mask, DataType.Bool);
                return Recorded.Create<Loss>(name, record.GetProperty("config")).Apply(x[0], prediction, x[2]);
            }

            Tensor Trace(Tensor[] x)
            {
                x[1].KerasMask = mask is null ? null : RawOps.Cast(mask, DataType.Bool);
                return Recorded.Create<Loss>(name, record.GetProperty("config")).Apply(x[0], x[1], x[2]);
            }

            if (record.TryGetProperty("raises", out _))
            {
                Assert.That(() => Apply([yTrue, yPred, weight!]), Throws.InstanceOf<ArgumentException>(), what);
                continue;
            }

            Recorded.AreClose(Apply([yTrue, yPred, weight!]), record.GetProperty("result"), what);
            Recorded.AreClose(Traced.Run(Trace, yTrue, yPred, weight), record.GetProperty("result"), what + " traced");
        }
    }

    [TestCase("BinaryCrossentropy", 4, 1, 1)]
    [TestCase("SparseCategoricalCrossentropy", 4, 0, 3)]
    [TestCase("SparseCategoricalCrossentropy", 4, 1, 3)]
    [TestCase("CategoricalCrossentropy", 4, 3, 3)]
    public void CrossentropyIsTheOneThatFits(string name, int batch, int targets, int classes)
    {
        using var scope = Keras.Scope(backend);
        var random = new Random(1);
        var yPred = Ops.Softmax(Tensor.Create<float>([.. Enumerable.Range(0, batch * classes).Select(_ => random.NextSingle())], [batch, classes]));
        yPred = classes == 1 ? yPred * 0.3 : yPred;
        var yTrue = Tensor.Create<float>([.. Enumerable.Range(0, batch * Math.Max(1, targets)).Select(i => i % 2f)], targets == 0 ? batch : [batch, targets]);
        Loss any = "crossentropy", one = Catalog<Loss>.Get(name);
        Assert.That(any.Apply(yTrue, yPred).ToDouble(), Is.EqualTo(one.Apply(yTrue, yPred).ToDouble()).And.Not.NaN);
    }

    [TestCaseSource(nameof(Classes))]
    public void GradientsAreDifferences(string name)
    {
        using var scope = Keras.Scope(backend);
        foreach (var record in Recorded.Cases("losses.json").Where(r => r.GetProperty("class").GetString() == name && r.TryGetProperty("result", out var y) && y.GetProperty("shape").GetArrayLength() == 0 && r.GetProperty("mask").ValueKind == JsonValueKind.Null))
        {
            var config = record.GetProperty("config").EnumerateObject().Where(p => p.Name != "dtype").ToDictionary(p => p.Name, p => (object)p.Value);
            var loss = Recorded.Create<Loss>(name, JsonSerializer.SerializeToElement(new Dictionary<string, object>(config) { ["dtype"] = "float64" }));
            var (yTrue, yPred) = (Recorded.Array(record.GetProperty("y_true"))!, RawOps.Cast(Recorded.Array(record.GetProperty("y_pred"))!, DataType.Float64));
            var weight = Recorded.Array(record.GetProperty("sample_weight"));
            using var tape = new GradientTape();
            tape.Watch(yPred);
            var gradient = tape.Gradient(loss.Apply(yTrue, yPred, weight), yPred)!.ToArray<double>();
            for (var i = 0; i < gradient.Length; i++)
            {
                double At(double change)
                {
                    var moved = yPred.ToArray<double>();
                    moved[i] += change;
                    return loss.Apply(yTrue, Tensor.Create<double>(moved, yPred.Shape), weight).ToDouble();
                }

                // TensorFlow's CTC kernel adds logarithms in single precision.
                var (step, tolerance) = name == "CTC" ? (1e-2, 1e-3) : (1e-5, 1e-6);
                var difference = (At(step) - At(-step)) / (2 * step);
                Assert.That(gradient[i], Is.EqualTo(difference).Within(tolerance + (1e-5 * Math.Abs(difference))), $"{record.GetProperty("config")} element {i}");
            }
        }
    }

    [Test]
    public void UnknownReductionNamesTheKnownOnes() =>
        Assert.That(() => new MeanSquaredError(reduction: "sums"), Throws.ArgumentException.With.Message.Contains("sum_over_batch_size").And.Message.Contains("sums"));
}
