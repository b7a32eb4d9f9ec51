using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Elements of <paramref name="a"/> where the condition holds, of <paramref name="b"/> elsewhere; all three broadcast.</summary>
    public static Tensor SelectV2(Tensor condition, Tensor a, Tensor b) => Op<SelectV2Op>.Instance.Call1([condition, a, b]);
}

/// <summary>Elements of one tensor where a condition holds, of another elsewhere.</summary>
internal sealed class SelectV2Op : OpDefinition
{
    public override string Name => "SelectV2";

    public override TensorSpec[] Infer(Node node)
    {
        var (condition, a, b) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        return condition.DType == DataType.Bool && a.DType == b.DType
            ? [new(a.DType, Shape(node, condition, a, b))]
            : throw node.Error($"expected a bool condition and two inputs of one data type. Received: {condition.DType.Name()}, {a.DType.Name()} and {b.DType.Name()}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (condition, y, zero) = (node.Inputs[0], node.Outputs[0], RawOps.Scalar(0, dy[0]!.DType));
        var (da, db) = (RawOps.SelectV2(condition, dy[0]!, zero), RawOps.SelectV2(condition, zero, dy[0]!));
        return node.Attr(SameShape.Attribute, false)
            ? [null, da, db]
            : [null, Broadcasting.Reduce(node.Inputs[1], da, y, null)[0], Broadcasting.Reduce(node.Inputs[2], db, y, null)[0]];
    }

    public override bool IsHostAttribute(string name) => name == SameShape.Attribute;

    public override void Run(Kernel kernel)
    {
        var (condition, a, b) = (kernel.Input(0), kernel.Input(1), kernel.Input(2));
        var y = kernel.Allocate(0, Shape(kernel.Node, condition, a, b));
        switch (a.DType.Size())
        {
            case 1: Select<byte>(condition, a, b, y); break;
            case 2: Select<ushort>(condition, a, b, y); break;
            case 4: Select<uint>(condition, a, b, y); break;
            case 8: Select<ulong>(condition, a, b, y); break;
            default: Select<UInt128>(condition, a, b, y); break;
        }
    }

    private static TensorShape Shape(Node node, Tensor condition, Tensor a, Tensor b) =>
        Broadcasting.Shape(node, condition.Shape, Broadcasting.Shape(node, a.Shape, b.Shape));

    private static unsafe void Select<T>(Tensor condition, Tensor a, Tensor b, Tensor y)
        where T : unmanaged
    {
        var (sc, sa, sb) = (Steps(condition.Shape, y.Shape), Steps(a.Shape, y.Shape), Steps(b.Shape, y.Shape));

        // Trailing axes that all walk alike are one row.
        var (row, rank) = (1, y.Rank);
        while (rank > 0 && IsWhole(y.Shape, rank - 1, row, sc, sa, sb))
        {
            row *= y.Shape[--rank];
        }

        var (mc, ma, mb) = (Moves(sc, rank), Moves(sa, rank), Moves(sb, rank));
        var index = new int[rank];
        var (ic, ia, ib) = (0L, 0L, 0L);
        for (var start = 0L; start < y.Size; start += row)
        {
            var part = new SelectRow<T>((bool*)condition.Pointer + ic, mc, (T*)a.Pointer + ia, ma, (T*)b.Pointer + ib, mb, (T*)y.Pointer + start);
            ElementLoop.Run(row, 1, part);
            for (var d = rank - 1; d >= 0; d--)
            {
                (ic, ia, ib) = (ic + sc[d], ia + sa[d], ib + sb[d]);
                if (++index[d] < y.Shape[d])
                {
                    break;
                }

                (ic, ia, ib) = (ic - (sc[d] * y.Shape[d]), ia - (sa[d] * y.Shape[d]), ib - (sb[d] * y.Shape[d]));
                index[d] = 0;
            }
        }
    }

    /// <summary>Steps of an input along the result's axes; 0 where it is broadcast.</summary>
    private static long[] Steps(TensorShape x, TensorShape y)
    {
        var (own, steps) = (StridedCopy.Steps(x), new long[y.Rank]);
        for (var i = 0; i < own.Length; i++)
        {
            steps[i + y.Rank - x.Rank] = x[i] == 1 ? 0 : own[i];
        }

        return steps;
    }

    /// <summary>True when each input, over the axes after <paramref name="axis"/> and this one, is either walked one by one or stands still.</summary>
    private static bool IsWhole(TensorShape y, int axis, int row, params ReadOnlySpan<long[]> steps)
    {
        foreach (var s in steps)
        {
            var still = s.AsSpan(axis).IndexOfAnyExcept(0) < 0;
            if (!still && s[axis] != row && y[axis] != 1)
            {
                return false;
            }

            if (!still && s.AsSpan(axis + 1).IndexOfAnyExcept(0) < 0 && row > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static int Moves(long[] steps, int rank) => steps.AsSpan(rank).IndexOfAnyExcept(0) >= 0 ? 1 : 0;
}
