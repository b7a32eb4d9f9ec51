using KerasNet.Graphs;

namespace KerasNet.Tests.TensorFlow;

/// <summary>Bodies of loops and branches become TensorFlow's functions.</summary>
[TestFixture]
public sealed class FunctionTests() : BackendFixture("tensorflow")
{
    [Test]
    public void ALoopCounts()
    {
        var step = TestOp.Compile(TensorShape.Scalar, x => [PowerByLoop(x, 5)]);

        Assert.That((float)TestOp.Run(step, TestOp.Float(2))[0], Is.EqualTo(32));
        Assert.That((float)TestOp.Run(step, TestOp.Float(3))[0], Is.EqualTo(243));
    }

    [Test]
    public void ALoopRunsAtOnceOnValues() => Assert.That((float)PowerByLoop(TestOp.Float(2), 10), Is.EqualTo(1024));

    [Test]
    public void BranchesCaptureTensors()
    {
        var step = TestOp.Compile(TensorShape.Scalar, x => [Absolute(x)]);

        Assert.That((float)TestOp.Run(step, TestOp.Float(-2))[0], Is.EqualTo(2));
        Assert.That((float)TestOp.Run(step, TestOp.Float(3))[0], Is.EqualTo(3));
    }

    [Test]
    public void ABranchInALoopIsAFunctionInAFunction()
    {
        var step = TestOp.Compile(TensorShape.Scalar, x => [Loop(x, 3, v => Absolute(RawOps.Sub(v, TestOp.Float(4))))]);

        Assert.That((float)TestOp.Run(step, TestOp.Float(1))[0], Is.EqualTo(3)); // 1 → 3 → 1 → 3
    }

    [Test]
    public void ABodyMayPassThroughAndGiveConstants()
    {
        var (then, other) = (new Graph(), new Graph());
        var a = then.Placeholder(DataType.Float32, TensorShape.Scalar, "a");
        other.Placeholder(DataType.Float32, TensorShape.Scalar, "a");
        var step = TestOp.Compile(TensorShape.Scalar, x => [TestOp.Of(
            "StatelessIf", [new(DataType.Float32, TensorShape.Scalar)], [RawOps.Greater(x, TestOp.Float(0)), x],
            ("Tout", new[] { DataType.Float32 }), ("then_branch", new FunctionBody(then, [a])), ("else_branch", new FunctionBody(other, [TestOp.Float(-1)])))[0]]);

        Assert.That((float)TestOp.Run(step, TestOp.Float(8))[0], Is.EqualTo(8));
        Assert.That((float)TestOp.Run(step, TestOp.Float(-8))[0], Is.EqualTo(-1));
    }

    [Test]
    public void AnyOfSeveralBranches()
    {
        FunctionBody Branch(float factor)
        {
            var graph = new Graph();
            var a = graph.Placeholder(DataType.Float32, TensorShape.Scalar, "a");
            return new FunctionBody(graph, [Trace(graph, () => RawOps.Mul(a, TestOp.Float(factor)))]);
        }

        Tensor Choose(Tensor x, int index) => TestOp.Of(
            "StatelessCase", [new(DataType.Float32, TensorShape.Scalar)], [RawOps.Scalar(index), x],
            ("Tout", new[] { DataType.Float32 }), ("branches", new[] { Branch(1), Branch(10), Branch(100) }))[0];

        Assert.That((float)TestOp.Run(TestOp.Compile(TensorShape.Scalar, x => [Choose(x, 2)]), TestOp.Float(3))[0], Is.EqualTo(300));
        Assert.That((float)Choose(TestOp.Float(3), 1), Is.EqualTo(30));
    }

    internal static Tensor PowerByLoop(Tensor x, int count)
    {
        var scalar = TensorShape.Scalar;
        var (condition, body) = (new Graph(), new Graph());
        var i = condition.Placeholder(DataType.Int32, scalar, "i");
        condition.Placeholder(DataType.Float32, scalar, "power");
        condition.Placeholder(DataType.Float32, scalar, "x");
        var less = Trace(condition, () => RawOps.Less(i, RawOps.Scalar(count)));
        var j = body.Placeholder(DataType.Int32, scalar, "i");
        var power = body.Placeholder(DataType.Float32, scalar, "power");
        var factor = body.Placeholder(DataType.Float32, scalar, "x");
        Tensor[] next = [Trace(body, () => RawOps.AddV2(j, RawOps.Scalar(1))), Trace(body, () => RawOps.Mul(power, factor)), factor];
        return TestOp.Of(
            "StatelessWhile", [new(DataType.Int32, scalar), new(DataType.Float32, scalar), new(DataType.Float32, scalar)], [RawOps.Scalar(0), TestOp.Float(1), x],
            ("cond", new FunctionBody(condition, [less])), ("body", new FunctionBody(body, next)), ("output_shapes", new[] { scalar, scalar, scalar }))[1];
    }

    private static Tensor Loop(Tensor x, int count, Func<Tensor, Tensor> next)
    {
        var scalar = TensorShape.Scalar;
        var (condition, body) = (new Graph(), new Graph());
        var i = condition.Placeholder(DataType.Int32, scalar, "i");
        condition.Placeholder(DataType.Float32, scalar, "value");
        var less = Trace(condition, () => RawOps.Less(i, RawOps.Scalar(count)));
        var j = body.Placeholder(DataType.Int32, scalar, "i");
        var value = body.Placeholder(DataType.Float32, scalar, "value");
        Tensor[] results = [Trace(body, () => RawOps.AddV2(j, RawOps.Scalar(1))), Trace(body, () => next(value))];
        return TestOp.Of(
            "StatelessWhile", [new(DataType.Int32, scalar), new(DataType.Float32, scalar)], [RawOps.Scalar(0), x],
            ("cond", new FunctionBody(condition, [less])), ("body", new FunctionBody(body, results)))[1];
    }

    private static Tensor Absolute(Tensor x)
    {
        var outer = Graph.Current!;
        var (then, other) = (new Graph(outer), new Graph(outer));
        var positive = new FunctionBody(then, [Trace(then, () => TestOp.Like("Identity", [x]))]);
        var negative = new FunctionBody(other, [Trace(other, () => RawOps.Neg(x))]);
        return TestOp.Of(
            "StatelessIf", [new(DataType.Float32, TensorShape.Scalar)], [RawOps.Greater(x, TestOp.Float(0)), x],
            ("Tout", new[] { DataType.Float32 }), ("then_branch", positive), ("else_branch", negative))[0];
    }

    private static Tensor Trace(Graph graph, Func<Tensor> trace)
    {
        using (graph.Enter())
        {
            return trace();
        }
    }
}
