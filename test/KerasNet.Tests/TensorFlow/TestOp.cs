using KerasNet.Backends;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet.Tests.TensorFlow;

/// <summary>Any op of TensorFlow's, for tests of the backend alone.</summary>
internal sealed class TestOp(string name, Func<Node, TensorSpec[]> infer, bool writes = false) : OpDefinition
{
    public override string Name => name;

    public override bool Writes => writes;

    public override bool IsPure => false;

    public override TensorSpec[] Infer(Node node) => infer(node);

    public override void Run(Kernel kernel) => throw new NotSupportedException($"{name} runs on TensorFlow only.");

    /// <summary>Matrix product.</summary>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false) =>
        new TestOp("MatMul", n => [new(n.Inputs[0].DType, (n.Inputs[0].Shape[transposeA ? 1 : 0], n.Inputs[1].Shape[transposeB ? 0 : 1]))])
            .Call1([a, b], ("transpose_a", transposeA), ("transpose_b", transposeB));

    /// <summary>An op whose result has the first input's type and shape.</summary>
    public static Tensor Like(string name, ReadOnlySpan<Tensor> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        new TestOp(name, n => [new(n.Inputs[0].DType, n.Inputs[0].Shape)]).Call1(inputs, attributes);

    /// <summary>An op with results of known types and shapes.</summary>
    public static Tensor[] Of(string name, TensorSpec[] results, ReadOnlySpan<Tensor> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        new TestOp(name, _ => results).Call(inputs, attributes);

    /// <summary>variable -= rate * gradient, in TensorFlow's kernel.</summary>
    public static void GradientDescent(KerasVariable variable, Tensor rate, Tensor gradient) =>
        new TestOp("ResourceApplyGradientDescent", _ => [], writes: true).Call([variable.Handle, rate, gradient]);

    public static Tensor Floats(params ReadOnlySpan<float> values) => Tensor.Create(values, values.Length);

    public static Tensor Float(float value) => Tensor.Create([value], TensorShape.Scalar);

    /// <summary>Compiles what <paramref name="trace"/> makes of one input of floats.</summary>
    public static IExecutable Compile(TensorShape input, Func<Tensor, Tensor[]> trace)
    {
        var graph = new Graph();
        var x = graph.Placeholder(DataType.Float32, input, "x");
        Tensor[] outputs;
        using (graph.Enter())
        {
            outputs = trace(x);
        }

        return Keras.Backend.Compile(graph, [x], outputs, [.. graph.Updates]);
    }

    /// <summary>Runs once and gives the results.</summary>
    public static Tensor[] Run(IExecutable step, params Tensor[] inputs)
    {
        var outputs = new Tensor?[((KerasNet.TensorFlow.Sessions.TensorFlowExecutable)step).Outputs.Length];
        step.Run(inputs, outputs);
        return outputs!;
    }
}
