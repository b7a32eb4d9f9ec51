using System.Text.Json;
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

    [Test]
    public void ResolvesCrossentropyByShape()
    {
        using var scope = Keras.Scope(backend);
        Assert.Multiple(() =>
        {
            Assert.That(Loss.Resolve("crossentropy", [null, 1], [null, 1]), Is.InstanceOf<BinaryCrossentropy>());
            Assert.That(Loss.Resolve("ce", [null], [null, 5]), Is.InstanceOf<SparseCategoricalCrossentropy>());
            Assert.That(Loss.Resolve("crossentropy", [null, 5], [null, 5]), Is.InstanceOf<CategoricalCrossentropy>());
            Assert.That(Loss.Resolve("mse", [null, 5], [null, 5]), Is.InstanceOf<MeanSquaredError>());
        });
    }

    [Test]
    public void UnknownReductionNamesTheKnownOnes() =>
        Assert.That(() => new MeanSquaredError(reduction: "sums"), Throws.ArgumentException.With.Message.Contains("sum_over_batch_size").And.Message.Contains("sums"));
}
