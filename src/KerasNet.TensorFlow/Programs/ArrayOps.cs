namespace KerasNet.TensorFlow.Programs;

/// <summary>Ops that move elements: slices, joins, look-ups, paddings.</summary>
internal static class ArrayOps
{
    public static IEnumerable<OpEntry> All =>
    [
        OpEntry.Of<BatchToSpaceNDOp>(), OpEntry.Of<BitcastOp>(new OpAttribute("type", DataType.None, true)), OpEntry.Of<BroadcastToOp>(), OpEntry.Of<ConcatV2Op>(new OpAttribute("N", 1, true)),
        OpEntry.Of<DepthToSpaceOp>(new OpAttribute("block_size", 2, true), new OpAttribute("data_format", "NHWC")), OpEntry.Of<ExpandDimsOp>(), OpEntry.Of<FillOp>(), OpEntry.Of<GatherNdOp>(),
        OpEntry.Of<GatherV2Op>(new OpAttribute("batch_dims", 0)), OpEntry.Of<InvertPermutationOp>(), OpEntry.Of<MatrixBandPartOp>(), OpEntry.Of<MatrixDiagV3Op>(new OpAttribute("align", "RIGHT_LEFT")),
        OpEntry.Of<MatrixDiagPartV3Op>(new OpAttribute("align", "RIGHT_LEFT")), OpEntry.Of<MirrorPadOp>(new OpAttribute("mode", "REFLECT", true)), OpEntry.Of<OneHotOp>(new OpAttribute("axis", -1)),
        OpEntry.Of<PackOp>(new OpAttribute("N", 1, true), new OpAttribute("axis", 0)), OpEntry.Of<PadOp>(), OpEntry.Of<PadV2Op>(), OpEntry.Of<RangeOp>(), OpEntry.Of<ReshapeOp>(),
        OpEntry.Of<ReverseSequenceOp>(new OpAttribute("seq_dim", 0, true), new OpAttribute("batch_dim", 0)), OpEntry.Of<ReverseV2Op>(), OpEntry.Of<RollOp>(), OpEntry.Of<ScatterNdOp>(), OpEntry.Of<SliceOp>(),
        OpEntry.Of<SpaceToBatchNDOp>(), OpEntry.Of<SpaceToDepthOp>(new OpAttribute("block_size", 2, true), new OpAttribute("data_format", "NHWC")), OpEntry.Of<SplitOp>(new OpAttribute("num_split", 1, true)),
        OpEntry.Of<SplitVOp>(new OpAttribute("num_split", 1, true)), OpEntry.Of<SqueezeOp>(new OpAttribute("squeeze_dims", Array.Empty<int>())),
        OpEntry.Of<StridedSliceOp>(
            new OpAttribute("begin_mask", 0), new OpAttribute("end_mask", 0), new OpAttribute("ellipsis_mask", 0), new OpAttribute("new_axis_mask", 0), new OpAttribute("shrink_axis_mask", 0)),
        OpEntry.Of<TensorScatterAddOp>(), OpEntry.Of<TensorScatterMaxOp>(), OpEntry.Of<TensorScatterMinOp>(), OpEntry.Of<TensorScatterUpdateOp>(), OpEntry.Of<TileOp>(),
        OpEntry.Of<TopKV2Op>(new OpAttribute("sorted", true)).With("values", "indices"), OpEntry.Of<TransposeOp>(),
        OpEntry.Of<UniqueWithCountsV2Op>(new OpAttribute("out_idx", DataType.Int32)).With("y", "idx", "count"), OpEntry.Of<UnpackOp>(new OpAttribute("num", 1, true), new OpAttribute("axis", 0)),
        OpEntry.Of<WhereOp>(),
    ];
}
