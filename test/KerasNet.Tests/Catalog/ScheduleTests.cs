using KerasNet.Optimizers.Schedules;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ScheduleTests(string backend)
{
    public static IEnumerable<TestCaseData> Schedules => Recorded.Cases("schedules.json").Select((r, i) => new TestCaseData(i).SetArgDisplayNames($"{i} {r.GetProperty("class")} {r.GetProperty("config")}"));

    [TestCaseSource(nameof(Schedules))]
    public void HasKerassNumbers(int index)
    {
        using var scope = Keras.Scope(backend);
        var record = Recorded.Cases("schedules.json").ElementAt(index);
        var schedule = Recorded.Create<LearningRateSchedule>(record.GetProperty("class").GetString()!, record.GetProperty("config"));
        var compiled = Traced.Compile(x => schedule.Call(x[0]), Tensor.Create([0L], TensorShape.Scalar));
        foreach (var (expected, step) in record.GetProperty("values").EnumerateArray().Select((v, i) => (v.GetDouble(), (long)i)))
        {
            var now = Tensor.Create([step], TensorShape.Scalar);
            Assert.That(schedule.Call(now).ToDouble(), Is.EqualTo(expected).Within(1e-6 + (1e-5 * expected)), $"step {step}");
            Assert.That(compiled([now]).ToDouble(), Is.EqualTo(expected).Within(1e-6 + (1e-5 * expected)), $"step {step} traced");
        }
    }

    [Test]
    public void StepsMustBePositive() =>
        Assert.That(() => new ExponentialDecay(0.1, 0, 0.5), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0"));
}
