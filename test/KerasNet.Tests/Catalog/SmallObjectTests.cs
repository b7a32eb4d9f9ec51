using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Regularizers;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SmallObjectTests(string backend)
{
    public static IEnumerable<TestCaseData> Objects => Recorded.Cases("small.json").Select((r, i) => new TestCaseData(i).SetArgDisplayNames($"{r.GetProperty("kind")} {r.GetProperty("class")} {r.GetProperty("config")}"));

    [TestCaseSource(nameof(Objects))]
    public void HasKerassNumbers(int index)
    {
        using var scope = Keras.Scope(backend);
        var record = Recorded.Cases("small.json").ElementAt(index);
        var (name, config, input) = (record.GetProperty("class").GetString()!, record.GetProperty("config"), Recorded.Array(record.GetProperty("input"))!);
        Func<Tensor, Tensor> call = record.GetProperty("kind").GetString() switch
        {
            "regularizers" => Recorded.Create<Regularizer>(name, config).Call,
            "constraints" => Recorded.Create<Constraint>(name, config).Call,
            _ => ((ActivationFunction)name).Apply,
        };
        Recorded.AreClose(call(input), record.GetProperty("result"), name);
        if (record.GetProperty("kind").GetString() == "activations")
        {
            Recorded.AreClose(Traced.Run(x => call(x[0]), input), record.GetProperty("result"), name + " traced");
        }
    }

    [Test]
    public void ActivationsAreObjectsAndNames() => Assert.Multiple(() =>
    {
        Assert.That((ActivationFunction)"swish", Is.SameAs(Activation.Silu));
        Assert.That(Activation.Relu6.Name, Is.EqualTo("relu6"));
        Assert.That(new ActivationFunction(x => x * 2, "twice").Apply(Tensor.From(new[] { 2f })).ToArray<float>(), Is.EqualTo(new[] { 4f }));
        Assert.That(() => (ActivationFunction)"rellu", Throws.ArgumentException.With.Message.Contains("'relu'"));
    });

    [Test]
    public void RegularizersRejectNegativeFactors() =>
        Assert.That(() => new L2(-1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("l2=-1"));
}
