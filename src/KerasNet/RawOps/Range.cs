using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Numbers from <paramref name="start"/> to before <paramref name="limit"/>.</summary>
    public static Tensor Range(Tensor start, Tensor limit, Tensor delta) => Op<RangeOp>.Instance.Call1([start, limit, delta]);

    /// <summary>int32 numbers from 0 to before <paramref name="limit"/>.</summary>
    public static Tensor Range(Tensor limit) => Range(Scalar(0), limit, Scalar(1));
}

/// <summary>Numbers with equal steps between them.</summary>
internal sealed class RangeOp : NumberOp
{
    public override string Name => "Range";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var inputs = node.Inputs;
        if (Array.Exists(inputs, i => i.Rank != 0 || i.DType != inputs[0].DType))
        {
            throw node.Error($"start, limit and delta must be numbers of one type. Received: {string.Join(", ", inputs.Select(i => $"{i.Shape} {i.DType.Name()}"))}.");
        }

        return [new(inputs[0].DType, Array.TrueForAll(inputs, i => i.IsConcrete) ? Count(node, inputs) : -1)];
    }

    protected override void Compute<T>(Kernel kernel)
    {
        var (start, delta) = (kernel.Input(0).Raw<T>()[0], kernel.Input(2).Raw<T>()[0]);
        var y = Allocate<T>(kernel, Count(kernel.Node, kernel.Inputs)).Raw<T>();
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = start + (T.CreateTruncating(i) * delta);
        }
    }

    private static int Count(Node node, ReadOnlySpan<Tensor> inputs)
    {
        var (start, limit, delta) = (NumberReader.At(inputs[0], 0), NumberReader.At(inputs[1], 0), NumberReader.At(inputs[2], 0));
        if (delta == 0)
        {
            throw node.Error("Requires delta != 0: 0");
        }

        return (delta > 0 ? start <= limit : start >= limit)
            ? checked((int)Math.Ceiling(Math.Abs((limit - start) / delta)))
            : throw node.Error($"Requires start {(delta > 0 ? "<=" : ">=")} limit when delta {(delta > 0 ? ">" : "<")} 0: {start}/{limit}");
    }
}
