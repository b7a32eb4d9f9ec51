using KerasNet.Graphs;
using KerasNet.TensorFlow;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class EagerTests() : BackendFixture("tensorflow")
{
    [Test]
    public void ACallOnValuesRunsAtOnce() =>
        Assert.That(RawOps.AddV2(TestOp.Floats(1, 2), TestOp.Floats(3, 4)).ToArray<float>(), Is.EqualTo(new float[] { 4, 6 }));

    [Test]
    public void ListsOfInputsAreLists()
    {
        var packed = TestOp.Of("Pack", [new(DataType.Float32, (2, 2))], [TestOp.Floats(1, 2), TestOp.Floats(3, 4)], ("axis", 1))[0];
        var joined = TestOp.Of("ConcatV2", [new(DataType.Float32, 5)], [TestOp.Floats(1), TestOp.Floats(2, 3), TestOp.Floats(4, 5), RawOps.Scalar(0)])[0];

        Assert.That(packed.ToArray<float>(), Is.EqualTo(new float[] { 1, 3, 2, 4 }));
        Assert.That(joined.ToArray<float>(), Is.EqualTo(new float[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void SeveralResultsComeBack()
    {
        var parts = TestOp.Of("Split", [new(DataType.Float32, 1), new(DataType.Float32, 1)], [RawOps.Scalar(0), TestOp.Floats(1, 2)], ("num_split", 2));

        Assert.That(parts.Select(p => (float)p), Is.EqualTo(new float[] { 1, 2 }));
    }

    [Test]
    public void AttributesOfEveryKindArrive()
    {
        var x = Tensor.Create<float>([1, 2, 3, 4], (1, 2, 2, 1));
        var pooled = TestOp.Of("MaxPool", [new(DataType.Float32, (1, 1, 1, 1))], [x], ("ksize", new[] { 1, 2, 2, 1 }), ("strides", new[] { 1, 2, 2, 1 }), ("padding", "VALID"))[0];
        var leaky = TestOp.Like("LeakyRelu", [TestOp.Floats(-2)], ("alpha", 0.25f));
        var shaped = TestOp.Like("EnsureShape", [TestOp.Floats(1, 2)], ("shape", new TensorShape(-1)));

        Assert.That((float)pooled, Is.EqualTo(4));
        Assert.That((float)leaky, Is.EqualTo(-0.5f));
        Assert.That(shaped.ToArray<float>(), Is.EqualTo(new float[] { 1, 2 }));
    }

    [Test]
    public void AVariableInHostMemoryIsWritten()
    {
        var variable = new KerasVariable(TestOp.Floats(1, 2));

        TestOp.GradientDescent(variable, TestOp.Float(0.5f), TestOp.Floats(2, 4));

        Assert.That(variable.Value.ToArray<float>(), Is.EqualTo(new float[] { 0, 0 }));
    }

    [Test]
    public void AVariableInASessionIsWritten()
    {
        var variable = new KerasVariable(TestOp.Floats(1, 2));
        var step = TestOp.Compile(2, x => [RawOps.AddV2(x, variable)]);
        TestOp.Run(step, TestOp.Floats(0, 0));

        TestOp.GradientDescent(variable, TestOp.Float(0.5f), TestOp.Floats(2, 4));

        Assert.That(TestOp.Run(step, TestOp.Floats(5, 6))[0].ToArray<float>(), Is.EqualTo(new float[] { 5, 6 }));
    }

    [Test]
    public void AnErrorHasTensorFlowsCode()
    {
        var error = Assert.Throws<TensorFlowException>(() => TestOp.MatMul(Tensor.Create<float>([1, 2], (1, 2)), Tensor.Create<float>([1], (1, 1))))!;

        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.StartWith("Node 'MatMul': "));
    }

    [Test]
    public void ManyThreadsCallAtOnce() => Parallel.For(0, 2000, i =>
    {
        using var scope = Keras.Scope("tensorflow");
        Assert.That((float)RawOps.Mul(TestOp.Float(i), TestOp.Float(2)), Is.EqualTo(2f * i));
    });
}
