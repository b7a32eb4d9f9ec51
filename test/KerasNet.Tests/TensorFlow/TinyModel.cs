using KerasNet.Backends;
using KerasNet.Graphs;

namespace KerasNet.Tests.TensorFlow;

/// <summary>A network 8-16-1 with mean squared error and stochastic gradient descent, written by hand: one step of training on a batch of 32.</summary>
internal static class TinyModel
{
    private const int Batch = 32;

    public static (IExecutable Step, Tensor X, Tensor Y) Step()
    {
        var random = new Random(1);
        Tensor Random(params int[] shape)
        {
            var tensor = Tensor.Allocate(DataType.Float32, shape);
            foreach (ref var value in tensor.Writable<float>())
            {
                value = random.NextSingle() - 0.5f;
            }

            return tensor;
        }

        var (w1, b1) = (new KerasVariable(Random(8, 16), "w1"), new KerasVariable(Random(16), "b1"));
        var (w2, b2) = (new KerasVariable(Random(16, 1), "w2"), new KerasVariable(Random(1), "b2"));
        var graph = new Graph();
        var x = graph.Placeholder(DataType.Float32, (null, 8), "x");
        var y = graph.Placeholder(DataType.Float32, (null, 1), "y");
        Tensor loss;
        using (graph.Enter())
        {
            var h = TestOp.Like("Relu", [RawOps.AddV2(TestOp.MatMul(x, w1), b1)]);
            var difference = RawOps.Sub(RawOps.AddV2(TestOp.MatMul(h, w2), b2), y);
            loss = RawOps.Mul(RawOps.Sum(RawOps.Square(difference), RawOps.Constant(0, 1)), TestOp.Float(1f / Batch));
            var dy = RawOps.Mul(difference, TestOp.Float(2f / Batch));
            var dh = TestOp.Like("ReluGrad", [TestOp.MatMul(dy, w2, transposeB: true), h]);
            var rate = TestOp.Float(0.1f);
            TestOp.GradientDescent(w2, rate, TestOp.MatMul(h, dy, transposeA: true));
            TestOp.GradientDescent(b2, rate, RawOps.Sum(dy, RawOps.Constant(0)));
            TestOp.GradientDescent(w1, rate, TestOp.MatMul(x, dh, transposeA: true));
            TestOp.GradientDescent(b1, rate, RawOps.Sum(dh, RawOps.Constant(0)));
        }

        return (Keras.Backend.Compile(graph, [x, y], [loss], [.. graph.Updates]), Random(Batch, 8), Random(Batch, 1));
    }
}
