using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Walks axis 0 of <paramref name="xs"/>: each step takes what the one before handed on and one element of each x, and gives what it hands on and one element of each y.</summary>
    /// <param name="body">What a step does. What else it uses comes in as it is; variables may be read and assigned.</param>
    /// <param name="carry">What the first step is handed.</param>
    /// <param name="xs">Tensors of one size along axis 0.</param>
    /// <param name="length">Number of steps, an int32 number; null: the size of axis 0.</param>
    /// <param name="reverse">Whether the last element comes first. Results stay at their element's place.</param>
    public static (Tensor[] Carry, Tensor[] Ys) Scan(
        Func<Tensor[], Tensor[], (Tensor[] Carry, Tensor[] Ys)> body, Tensor[] carry, Tensor[] xs, Tensor? length = null, bool reverse = false) =>
        Loops.GraphOf([.. carry, .. xs, .. length is null ? [] : new[] { length }]) is { } graph
            ? LoopTrace.Scan(graph, body, carry, xs, length, reverse)
            : Loops.ScanNow(body, carry, xs, length, reverse);

    /// <summary>Repeats a step as long as a condition holds, or so often at most.</summary>
    public static Tensor[] While(Func<Tensor[], Tensor> condition, Func<Tensor[], Tensor[]> body, Tensor[] carry, Tensor? maximum = null) =>
        Loops.GraphOf([.. carry, .. maximum is null ? [] : new[] { maximum }]) is { } graph
            ? LoopTrace.While(graph, condition, body, carry, maximum)
            : Loops.WhileNow(condition, body, carry, maximum);
}

/// <summary>A loop over the elements of tensors, or as long as a condition holds. Its outputs: the number of steps, the carry, the stacked results. TensorFlow runs it as StatelessWhile over lists of tensors.</summary>
internal sealed class ScanOp : OpDefinition
{
    public override string Name => "Scan";

    public override TensorSpec[] Infer(Node node)
    {
        var loop = new LoopParts(node);
        var outputs = loop.Body.Outputs;
        var length = loop.Condition is null ? PartialValue.Of(loop.Length)[0] : -1;
        foreach (var x in loop.Xs)
        {
            length = length >= 0 ? length : x.Shape[0];
        }

        foreach (var x in loop.Xs)
        {
            if (x.Shape[0] >= 0 && length >= 0 && x.Shape[0] != length)
            {
                throw node.Error($"all xs must have {length} elements along axis 0. Received: shape {x.Shape}.");
            }
        }

        var specs = new TensorSpec[1 + outputs.Length];
        specs[0] = new(DataType.Int32, TensorShape.Scalar);
        for (var i = 0; i < outputs.Length; i++)
        {
            specs[1 + i] = new(outputs[i].DType, i < loop.CarryCount ? loop.Body.Arguments[i].Shape : outputs[i].Shape.Insert(0, length));
        }

        return specs;
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => GradientBy(node, dy, [.. node.Inputs.Select(_ => true)]);

    public override Tensor?[] GradientBy(Node node, Tensor?[] dy, bool[] wanted) => LoopGradient.Of(node, dy, wanted);

    public override void Run(Kernel kernel) => LoopRun.Run(kernel);
}
