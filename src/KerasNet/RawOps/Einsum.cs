using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Einstein's summation of one or two tensors. The equation names each axis by a letter: no ellipsis, no implicit result.</summary>
    public static Tensor Einsum(string equation, params ReadOnlySpan<Tensor> inputs) =>
        Op<EinsumOp>.Instance.Call1(inputs, ("equation", equation), ("N", inputs.Length));
}

/// <summary>Einstein's summation: products summed over the axes that the result does not name.</summary>
internal sealed class EinsumOp : OpDefinition
{
    public override string Name => "Einsum";

    public override TensorSpec[] Infer(Node node)
    {
        var equation = EinsumEquation.Of(node);
        return [new(node.Inputs[0].DType, equation.Result(node, [.. node.Inputs.Select(t => t.Shape)]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var equation = EinsumEquation.Of(node);
        if (node.Inputs.Length == 1)
        {
            return [Backward(node.Inputs[0], equation.A, equation.Output, dy[0]!, null, null)];
        }

        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        return
        [
            Backward(a, equation.A, equation.Output, dy[0]!, equation.B, b),
            Backward(b, equation.B!, equation.Output, dy[0]!, equation.A, a),
        ];
    }

    public override void Run(Kernel kernel)
    {
        var equation = EinsumEquation.Of(kernel.Node);
        var shapes = new TensorShape[kernel.InputCount];
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = kernel.Input(i).Shape;
        }

        var y = kernel.Allocate(0, equation.Result(kernel.Node, shapes));
        if (shapes.Length == 1)
        {
            Run(equation, kernel.Input(0), y);
        }
        else
        {
            Run(equation, kernel.Input(0), kernel.Input(1), y);
        }
    }

    private static void Run(EinsumEquation equation, Tensor a, Tensor y)
    {
        switch (a.DType)
        {
            case DataType.Float32: EinsumKernel<float>.Run(equation, a, y); break;
            case DataType.Float64: EinsumKernel<double>.Run(equation, a, y); break;
            default: Wide.Run(a, y, (p, r) => Run(equation, p, r)); break;
        }
    }

    private static void Run(EinsumEquation equation, Tensor a, Tensor b, Tensor y)
    {
        switch (a.DType)
        {
            case DataType.Float32: EinsumKernel<float>.Run(equation, a, b, y); break;
            case DataType.Float64: EinsumKernel<double>.Run(equation, a, b, y); break;
            default: Wide.Run(a, b, y, (p, q, r) => Run(equation, p, q, r)); break;
        }
    }

    /// <summary>The same summation with the result's gradient in the input's place; axes that nobody else has are repeated, diagonals put back.</summary>
    private static Tensor Backward(Tensor x, string labels, string output, Tensor dy, string? otherLabels, Tensor? other)
    {
        var unique = string.Concat(labels.Distinct());
        var kept = string.Concat(unique.Where(c => output.Contains(c) || otherLabels?.Contains(c) == true));
        var gradient = other is not null ? RawOps.Einsum($"{output},{otherLabels}->{kept}", dy, other)
            : output == kept ? dy
            : RawOps.Einsum($"{output}->{kept}", dy);
        if (kept.Length < unique.Length)
        {
            for (var i = 0; i < unique.Length; i++)
            {
                gradient = kept.Contains(unique[i]) ? gradient : RawOps.ExpandDims(gradient, i);
            }

            var like = unique == labels ? x : RawOps.Einsum($"{labels}->{unique}", x);
            gradient = RawOps.BroadcastTo(gradient, RawOps.Shape(like), like.Shape);
        }

        return unique == labels ? gradient : RawOps.Einsum($"{unique}->{labels}", gradient);
    }
}
