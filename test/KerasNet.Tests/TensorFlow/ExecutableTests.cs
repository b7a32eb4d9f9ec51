using KerasNet.Backends;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class ExecutableTests() : BackendFixture("tensorflow")
{
    [Test]
    public void AProductWithAnUpdateRunsInOneSession()
    {
        var (step, kernel, bias) = Training();
        var x = Tensor.Create<float>([1, 2, 3, 4, 5, 6], (2, 3));

        var first = Run(step, x)[0];
        var second = Run(step, x)[0];

        Assert.That(first.ToArray<float>(), Is.EqualTo(new float[] { 1 + 2 + 3, 12, 4 + 5 + 6, 30 }));
        Assert.That(second.ToArray<float>(), Is.EqualTo(new float[] { 5, 11, 14, 29 }));
        Assert.That(bias.Value.ToArray<float>(), Is.EqualTo(new float[] { -2, -2 }));
        Assert.That(kernel.Value.Shape, Is.EqualTo(new TensorShape(3, 2)));
        Assert.That(kernel.Home, Is.InstanceOf<SessionGroup>().And.SameAs(bias.Home));
    }

    [Test]
    public void TheCounterProvesThatTensorFlowRan()
    {
        var (step, _, _) = Training();
        var before = CompiledStep.Runs;

        Run(step, Tensor.Create<float>([1, 2, 3], (1, 3)));

        Assert.That(CompiledStep.Runs, Is.GreaterThan(before));
    }

    /// <summary>y = x·kernel + bias, and then bias -= 1.</summary>
    private static (IExecutable Step, KerasVariable Kernel, KerasVariable Bias) Training()
    {
        var kernel = new KerasVariable(Tensor.Create<float>([1, 2, 1, 2, 1, 2], (3, 2)), "kernel");
        var bias = new KerasVariable(Tensor.Create<float>([0, 0], 2), "bias");
        var graph = new Graph();
        var x = graph.Placeholder(DataType.Float32, (null, 3), "x");
        Tensor y;
        using (graph.Enter())
        {
            using (Scopes.Enter("dense"))
            {
                y = RawOps.AddV2(TestOp.MatMul(x, kernel), bias);
            }

            bias.Assign(RawOps.Sub(bias, Tensor.Create<float>([1, 1], 2)));
        }

        return (Keras.Backend.Compile(graph, [x], [y], [.. graph.Updates]), kernel, bias);
    }

    private static Tensor[] Run(IExecutable step, params Tensor[] inputs)
    {
        var outputs = new Tensor?[1];
        step.Run(inputs, outputs);
        return outputs!;
    }
}
