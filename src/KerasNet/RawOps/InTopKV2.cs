using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Whether each row's target is among its <paramref name="k"/> largest predictions.</summary>
    public static Tensor InTopKV2(Tensor predictions, Tensor targets, int k) =>
        Op<InTopKV2Op>.Instance.Call1([predictions, targets, Cast(Scalar(k), targets.DType)]);
}

/// <summary>Whether targets are among the largest predictions; ties count, a row with a number that is not finite does not.</summary>
internal sealed class InTopKV2Op : OpDefinition
{
    public override string Name => "InTopKV2";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var (predictions, targets) = (node.Inputs[0], node.Inputs[1]);
        return predictions.Rank == 2 && targets.Rank == 1 && predictions.Shape[..1].IsCompatibleWith(targets.Shape)
            ? [new(DataType.Bool, targets.Shape)]
            : throw node.Error($"expected predictions of shape (batch, classes) and targets of shape (batch,). Received: {predictions.Shape} and {targets.Shape}.");
    }

    public override void Run(Kernel kernel)
    {
        var predictions = kernel.Input(0).AsSpan<float>();
        var (targets, k) = (new IndexReader(kernel.Input(1)), NumberReader.Ints(kernel.Input(2))[0]);
        var y = kernel.Allocate(0, kernel.Input(1).Shape).Writable<bool>();
        var classes = kernel.Input(0).Shape[1];
        for (var i = 0; i < y.Length; i++)
        {
            var row = predictions.Slice(i * classes, classes);
            y[i] = (ulong)targets[i] < (ulong)classes && IsAmong(row, row[(int)targets[i]], k);
        }
    }

    private static bool IsAmong(ReadOnlySpan<float> row, float target, int k)
    {
        var above = 0;
        foreach (var p in row)
        {
            if (!float.IsFinite(p))
            {
                return false;
            }

            above += p > target ? 1 : 0;
        }

        return above < k;
    }
}
