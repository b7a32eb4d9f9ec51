using KerasNet.Graphs;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Constants, shapes, names for the same value, and ops that TensorFlow has under several names.</summary>
internal static class ValueHandlers
{
    private static readonly string[] _same = ["Identity", "StopGradient", "PreventGradient", "PlaceholderWithDefault", "Snapshot", "CheckNumerics"];

    private static readonly (string Op, string Other)[] _others =
        [("Add", "AddV2"), ("BatchMatMul", "BatchMatMulV2"), ("BatchMatMulV3", "BatchMatMulV2"), ("Div", "RealDiv"), ("Inv", "Reciprocal"), ("FusedBatchNorm", "FusedBatchNormV3"), ("FusedBatchNormV2", "FusedBatchNormV3")];

    public static IEnumerable<(string Op, OpHandler Run)> All =>
    [
        .. _same.Select(op => (op, (OpHandler)((_, _, inputs) => [inputs[0]]))),
        .. _others.Select(o => (o.Op, (OpHandler)((run, node, inputs) => Other(run, node, inputs, o.Other)))),
        ("IdentityN", (_, _, inputs) => inputs),
        ("Const", (_, node, _) => [AttributeReader.Tensor(node, "value")]),
        ("Placeholder", (_, node, _) => throw new InvalidDataException("nothing is fed to it.")),
        ("Shape", (_, node, inputs) => [Shape(ProgramRun.Tensor(inputs[0]), node)]),
        ("ShapeN", (_, node, inputs) => [.. inputs.Select(i => Shape(ProgramRun.Tensor(i), node))]),
        ("Size", (_, node, inputs) => [Ops.Cast(RawOps.Size(ProgramRun.Tensor(inputs[0])), AttributeReader.Type(node, "out_type", DataType.Int32))]),
        ("Rank", (_, _, inputs) => [RawOps.Scalar(ProgramRun.Tensor(inputs[0]).Rank)]),
        ("Cast", (_, node, inputs) => [RawOps.Cast(ProgramRun.Tensor(inputs[0]), AttributeReader.Type(node, "DstT"))]),
        ("EnsureShape", Ensure), ("Select", Select), ("Gather", Gather), ("Bucketize", Bucketize), ("DenseBincount", Bincount), ("LinSpace", LinSpace),
        ("BroadcastArgs", BroadcastShapes),
    ];

    /// <summary>A condition: numbers count as true unless 0.</summary>
    public static Tensor Truth(Tensor x) => x.DType == DataType.Bool ? x : Ops.NotEqual(x, RawOps.Scalar(0, x.DType));

    private static object[] Other(ProgramRun run, ProgramNode node, object[] inputs, string op)
    {
        var entry = OpTable.Entry(op)!;
        return [.. run.Run(entry.Definition, Array.ConvertAll(inputs, ProgramRun.Tensor), [.. entry.Attributes.Select(a => (a.Name, AttributeReader.Read(node, a)))])];
    }

    private static Tensor Shape(Tensor x, ProgramNode node) => Ops.Cast(RawOps.Shape(x), AttributeReader.Type(node, "out_type", DataType.Int32));

    private static object[] Ensure(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (x, shape) = (ProgramRun.Tensor(inputs[0]), AttributeReader.Shape(node, "shape"));
        return shape is null || x.Shape.IsCompatibleWith(shape) ? [x] : throw new ArgumentException($"shape {x.Shape} is not {shape}.");
    }

    /// <summary>The older choice, whose condition may be one for each row.</summary>
    private static object[] Select(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (condition, x) = (ProgramRun.Tensor(inputs[0]), ProgramRun.Tensor(inputs[1]));
        if (condition.Rank == 1 && x.Rank > 1)
        {
            condition = RawOps.Reshape(condition, [RawOps.Dim(condition, 0), .. Enumerable.Repeat(RawOps.Scalar(1), x.Rank - 1)]);
        }

        return [.. run.Run(Op<SelectV2Op>.Instance, [condition, x, ProgramRun.Tensor(inputs[2])])];
    }

    private static object[] Gather(ProgramRun run, ProgramNode node, object[] inputs) =>
        [.. run.Run(Op<GatherV2Op>.Instance, [ProgramRun.Tensor(inputs[0]), ProgramRun.Tensor(inputs[1]), RawOps.Scalar(0)], ("batch_dims", 0))];

    /// <summary>The number of boundaries that are not above an element.</summary>
    private static object[] Bucketize(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var x = Ops.Cast(ProgramRun.Tensor(inputs[0]), DataType.Float32);
        var boundaries = (float[])AttributeReader.Read(node, new OpAttribute("boundaries", Array.Empty<float>(), IsRequired: true));
        var passed = Ops.GreaterEqual(Ops.ExpandDims(x, -1), Tensor.Create<float>(boundaries, boundaries.Length));
        return [Ops.Sum(Ops.Cast(passed, DataType.Int32), -1)];
    }

    /// <summary>How often each number occurs in a row, or whether it does.</summary>
    private static object[] Bincount(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (x, size, weights) = (ProgramRun.Tensor(inputs[0]), RawOps.Reshape(RawOps.Cast(ProgramRun.Tensor(inputs[1]), DataType.Int32), TensorShape.Scalar), ProgramRun.Tensor(inputs[2]));
        if (size.IsConcrete)
        {
            ProgramLimits.CheckElements(x.Shape.Insert(x.Rank, Math.Max((int)size, 0)));
        }

        var equal = Ops.Equal(Ops.ExpandDims(x, -1), RawOps.Cast(run.Run(Op<RangeOp>.Instance, [RawOps.Scalar(0), size, RawOps.Scalar(1)])[0], x.DType));
        var isBinary = (bool)AttributeReader.Read(node, new OpAttribute("binary_output", false));
        var counted = isBinary ? Ops.Cast(Ops.Any(equal, -2), weights.DType)
            : Ops.Sum(weights.Shape.Size == 0 ? Ops.Cast(equal, weights.DType) : Ops.Where(equal, Ops.ExpandDims(weights, -1), RawOps.Scalar(0, weights.DType)), -2);
        return [counted];
    }

    /// <summary>The shape that two shapes have together.</summary>
    private static object[] BroadcastShapes(ProgramRun run, ProgramNode node, object[] inputs)
    {
        if (ProgramRun.Tensor(inputs[0]) is not { IsConcrete: true } first || ProgramRun.Tensor(inputs[1]) is not { IsConcrete: true } second)
        {
            throw new NotSupportedException("The managed backend needs sizes that are known before the program runs. Choose the tensorflow backend.");
        }

        var (a, b) = (NumberReader.Ints(first), NumberReader.Ints(second));
        var rank = Math.Max(a.Length, b.Length);
        int At(int[] shape, int axis) => axis - rank + shape.Length is >= 0 and var i ? shape[i] : 1;
        int[] joined = [.. Enumerable.Range(0, rank).Select(i => (At(a, i), At(b, i)) is var (p, q) && (p == q || q == 1) ? p : p == 1 ? q : throw new ArgumentException($"shapes ({string.Join(", ", a)}) and ({string.Join(", ", b)}) do not go together."))];
        return [Ops.Cast(Tensor.Create<int>(joined, rank), first.DType)];
    }

    private static object[] LinSpace(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (start, stop, count) = (ProgramRun.Tensor(inputs[0]), ProgramRun.Tensor(inputs[1]), ProgramRun.Number(inputs[2]));
        ProgramLimits.CheckElements(Math.Max(count, 0));
        var steps = Ops.Cast(RawOps.Range(RawOps.Scalar(0), RawOps.Scalar(Math.Max(count, 0)), RawOps.Scalar(1)), start.DType);
        return [start + ((stop - start) * (steps / (double)Math.Max(count - 1, 1)))];
    }
}
