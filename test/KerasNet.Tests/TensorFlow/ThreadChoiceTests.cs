using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class ThreadChoiceTests() : BackendFixture("tensorflow")
{
    [Test]
    public void TheFasterWayIsKept([Values] bool callersThreadIsFaster)
    {
        var choice = new ThreadChoice();
        for (var run = 0; choice.OnCallersThread is null; run++)
        {
            Assert.That(run, Is.LessThan(20));
            var way = choice.Next();
            choice.Took(way, way.OnCallersThread == callersThreadIsFaster ? 100 : 200);
        }

        Assert.That(choice.OnCallersThread, Is.EqualTo(callersThreadIsFaster));
        Assert.That(choice.Next().OnCallersThread, Is.EqualTo(callersThreadIsFaster));
    }

    [Test]
    public void AnExecutableDecidesAfterAFewRuns()
    {
        var (step, x, y) = TinyModel.Step();
        for (var i = 0; i < 12; i++)
        {
            TestOp.Run(step, x, y);
        }

        Assert.That(((TensorFlowExecutable)step).Current!.Threads.OnCallersThread, Is.Not.Null);
    }

    [Test]
    public void NoNumberDependsOnTheWay()
    {
        var losses = new List<float[]>();
        foreach (var onCallersThread in new[] { true, false })
        {
            var (step, x, y) = TinyModel.Step();
            var own = new float[300];
            own[0] = (float)TestOp.Run(step, x, y)[0];
            ((TensorFlowExecutable)step).Current!.Threads.Fix(onCallersThread);
            for (var i = 1; i < own.Length; i++)
            {
                own[i] = (float)TestOp.Run(step, x, y)[0];
            }

            losses.Add(own);
        }

        Assert.That(losses[1], Is.EqualTo(losses[0]));
        Assert.That(losses[0][^1], Is.LessThan(losses[0][0] / 2));
    }
}
