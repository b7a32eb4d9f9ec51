using KerasNet.Graphs;
using KerasNet.TensorFlow;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class ErrorTests() : BackendFixture("tensorflow")
{
    [Test]
    public void ARunThatFailsNamesTheLayer()
    {
        var step = TestOp.Compile((null, null), x =>
        {
            using (Scopes.Enter("encoder"))
            using (Scopes.Enter("dense_1"))
            {
                return [TestOp.MatMul(x, Tensor.Create<float>([1, 2], (2, 1)))];
            }
        });

        var error = Assert.Throws<TensorFlowException>(() => TestOp.Run(step, Tensor.Create<float>([1, 2, 3], (1, 3))))!;

        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.StartWith("Layer 'encoder/dense_1' (node 'encoder/dense_1/MatMul'): ").And.Contain("[1,3]").And.Not.Contain("{{"));
    }

    [Test]
    public void ANodeThatTensorFlowRefusesNamesTheLayer()
    {
        var step = TestOp.Compile(2, x =>
        {
            using (Scopes.Enter("odd"))
            {
                return [TestOp.Like("AddV2", [x, Tensor.Create([true, false], 2)])];
            }
        });

        var error = Assert.Throws<TensorFlowException>(() => TestOp.Run(step, TestOp.Floats(1, 2)))!;

        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.StartWith("Layer 'odd' (node 'odd/AddV2'): "));
    }

    [Test]
    public void AFailedStepCanRunAgain()
    {
        var step = TestOp.Compile((null, null), x => [TestOp.MatMul(x, Tensor.Create<float>([1, 2], (2, 1)))]);
        Assert.Throws<TensorFlowException>(() => TestOp.Run(step, Tensor.Create<float>([1, 2, 3], (1, 3))));

        Assert.That((float)TestOp.Run(step, Tensor.Create<float>([1, 1], (1, 2)))[0], Is.EqualTo(3));
    }

    [Test]
    public void NamesThatTensorFlowForbidsAreChanged()
    {
        var step = TestOp.Compile((null, null), x =>
        {
            using (Scopes.Enter("_my layer (1)"))
            {
                return [TestOp.MatMul(x, Tensor.Create<float>([1, 2], (2, 1)))];
            }
        });

        Assert.That((float)TestOp.Run(step, Tensor.Create<float>([1, 1], (1, 2)))[0], Is.EqualTo(3));
    }

    [Test]
    public void AMissingPlaceholderIsNamed()
    {
        var graph = new Graph();
        var x = graph.Placeholder(DataType.Float32, 1, "x");
        var mask = graph.Placeholder(DataType.Float32, 1, "mask");

        Assert.That(
            () => Keras.Backend.Compile(graph, [x], [RawOps.Mul(x, mask)], []),
            Throws.InvalidOperationException.With.Message.Contains("'mask' is a placeholder that the step is not given"));
    }

    [Test]
    public void InputsAreCheckedBeforeTensorFlowSeesThem()
    {
        var step = TestOp.Compile((null, 3), x => [RawOps.Neg(x)]);

        Assert.That(() => TestOp.Run(step, TestOp.Floats(1, 2, 3)), Throws.ArgumentException.With.Message.Contains("(None, 3)").And.Message.Contains("(3,)"));
        Assert.That(() => TestOp.Run(step, Tensor.Create([1, 2, 3], (1, 3))), Throws.ArgumentException.With.Message.Contains("int32"));
        Assert.That(() => TestOp.Run(step), Throws.ArgumentException.With.Message.Contains("takes 1 inputs"));
    }

    [Test]
    public void AnAttributeThatTheOpLacksIsNamed()
    {
        var step = TestOp.Compile(1, x => [TestOp.Like("Neg", [x], ("speed", 1))]);

        Assert.That(() => TestOp.Run(step, TestOp.Floats(1)), Throws.ArgumentException.With.Message.Contains("(Neg): TensorFlow's op has no attribute 'speed'"));
        Assert.That(() => TestOp.Like("Neg", [TestOp.Floats(1)], ("speed", 1)), Throws.ArgumentException.With.Message.Contains("'speed'"));
    }

    [Test]
    public void AnOpThatTensorFlowLacksIsNamed() =>
        Assert.That(() => TestOp.Like("Frobnicate", [TestOp.Floats(1)]), Throws.ArgumentException.With.Message.Contains("(Frobnicate): TensorFlow 2").And.Message.Contains("has no op"));

    [Test]
    public void ADisposedStepSaysSo()
    {
        var step = TestOp.Compile(1, x => [RawOps.Neg(x)]);
        step.Dispose();

        Assert.Throws<ObjectDisposedException>(() => TestOp.Run(step, TestOp.Floats(1)));
    }

    [Test]
    public void AFailedCompileLosesNoVariable()
    {
        var (a, b) = (new KerasVariable(TestOp.Float(1)), new KerasVariable(TestOp.Float(2)));
        foreach (var variable in new[] { a, b })
        {
            TestOp.Run(TestOp.Compile(TensorShape.Scalar, x => [RawOps.AddV2(x, variable)]), TestOp.Float(0));
        }

        var bad = TestOp.Compile(TensorShape.Scalar, x => [TestOp.Like("Neg", [RawOps.AddV2(a, b)], ("speed", 1))]);

        Assert.Throws<ArgumentException>(() => TestOp.Run(bad, TestOp.Float(0)));
        Assert.That(((float)a.Value, (float)b.Value), Is.EqualTo((1f, 2f)));
    }
}
