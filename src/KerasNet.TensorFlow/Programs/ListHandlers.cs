using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Lists of tensors, which recurrent layers read their steps from and write their results into.</summary>
internal static class ListHandlers
{
    public static IEnumerable<(string Op, OpHandler Run)> All =>
    [
        ("TensorListReserve", Reserve), ("TensorListFromTensor", FromTensor), ("TensorListGetItem", Get), ("TensorListSetItem", Set), ("TensorListStack", Stack),
        ("TensorListGather", (run, _, inputs) => [Gather(run, Items(inputs[0], inputs[2]), ProgramRun.Tensor(inputs[1]))]),
        ("TensorListLength", (_, _, inputs) => [RawOps.Scalar(ProgramRun.List(inputs[0]).Count)]),
    ];

    private static object[] Reserve(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var count = ProgramRun.Number(inputs[1]);
        return count >= 0 ? [TensorList.Reserved(AttributeReader.Type(node, "element_dtype"), count, Shape(inputs[0]))] : throw new InvalidDataException($"a list of {count} tensors.");
    }

    private static object[] FromTensor(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var items = ProgramRun.Tensor(inputs[0]);
        return items.Rank > 0 && items.Shape[0] >= 0 ? [new TensorList(items.DType, items.Shape[0], items.Shape[1..], items)]
            : throw new NotSupportedException($"A list of the rows of a tensor of shape {items.Shape} is not made on the managed backend. Choose the tensorflow backend.");
    }

    private static object[] Get(ProgramRun run, ProgramNode node, object[] inputs) => [Gather(run, Items(inputs[0], inputs[2]), ProgramRun.Tensor(inputs[1]))];

    private static object[] Set(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (index, item) = (ProgramRun.Tensor(inputs[1]), ProgramRun.Tensor(inputs[2]));
        var list = ProgramRun.List(inputs[0]).Of(item.Shape);
        if (item.DType != list.DType || !item.Shape.IsCompatibleWith(list.Items!.Shape[1..]))
        {
            throw new InvalidDataException($"an element of type {item.DType.Name()} and shape {item.Shape} in a list of {list.DType.Name()} {list.Items!.Shape[1..]}.");
        }

        if (list.IsCollected)
        {
            return [list with { Items = item }];
        }

        var place = RawOps.Reshape(index, [RawOps.Scalar(1), RawOps.Scalar(1)]);
        return [list with { Items = run.Run(Op<TensorScatterUpdateOp>.Instance, [list.Items, place, RawOps.ExpandDims(item, 0)])[0] }];
    }

    private static object[] Stack(ProgramRun run, ProgramNode node, object[] inputs) => [Items(inputs[0], inputs[1])];

    private static Tensor Items(object value, object shape)
    {
        var list = ProgramRun.List(value);
        return list.Items ?? ((Shape(shape) ?? list.Element) is { } known ? list.Of(known).Items : null)
            ?? throw new InvalidDataException("a list is read before anything was set.");
    }

    private static Tensor Gather(ProgramRun run, Tensor items, Tensor index) => run.Run(Op<GatherV2Op>.Instance, [items, index, RawOps.Scalar(0)], ("batch_dims", 0))[0];

    /// <summary>The shape of elements; null where it is not known at all.</summary>
    private static TensorShape? Shape(object value) => ProgramRun.Tensor(value) is { IsConcrete: true, Rank: 1 } known ? new TensorShape(NumberReader.Ints(known)) : null;
}
