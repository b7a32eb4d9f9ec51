namespace KerasNet.TensorFlow.Programs;

/// <summary>Ops that join elements: sums, products of matrices, decompositions, Fourier transforms.</summary>
internal static class NumberOps
{
    private static readonly OpAttribute _keep = new("keep_dims", false);

    public static IEnumerable<OpEntry> All =>
    [
        OpEntry.Of<AllOp>(_keep), OpEntry.Of<AnyOp>(_keep), OpEntry.Of<EuclideanNormOp>(_keep), OpEntry.Of<MaxOp>(_keep), OpEntry.Of<MeanOp>(_keep), OpEntry.Of<MinOp>(_keep), OpEntry.Of<ProdOp>(_keep), OpEntry.Of<SumOp>(_keep),
        OpEntry.Of<ArgMaxOp>(new OpAttribute("output_type", DataType.Int64)), OpEntry.Of<ArgMinOp>(new OpAttribute("output_type", DataType.Int64)), OpEntry.Of<L2LossOp>(),
        OpEntry.Of<BatchMatMulV2Op>(new OpAttribute("adj_x", false), new OpAttribute("adj_y", false)), OpEntry.Of<MatMulOp>(new OpAttribute("transpose_a", false), new OpAttribute("transpose_b", false)),
        OpEntry.Of<EinsumOp>(new OpAttribute("equation", string.Empty, true), new OpAttribute("N", 1, true)), OpEntry.Of<CumsumOp>(new OpAttribute("exclusive", false), new OpAttribute("reverse", false)),
        OpEntry.Of<CumprodOp>(new OpAttribute("exclusive", false), new OpAttribute("reverse", false)), OpEntry.Of<CholeskyOp>(), OpEntry.Of<MatrixDeterminantOp>(),
        OpEntry.Of<MatrixInverseOp>(new OpAttribute("adjoint", false)), OpEntry.Of<MatrixSolveOp>(new OpAttribute("adjoint", false)),
        OpEntry.Of<MatrixTriangularSolveOp>(new OpAttribute("lower", true), new OpAttribute("adjoint", false)), OpEntry.Of<LogMatrixDeterminantOp>().With("sign", "log_abs_determinant"),
        OpEntry.Of<QrOp>(new OpAttribute("full_matrices", false)).With("q", "r"), OpEntry.Of<SvdOp>(new OpAttribute("compute_uv", true), new OpAttribute("full_matrices", false)).With("s", "u", "v"),
        OpEntry.Of<SelfAdjointEigV2Op>(new OpAttribute("compute_v", true)).With("e", "v"), OpEntry.Of<LuOp>(new OpAttribute("output_idx_type", DataType.Int32)).With("lu", "p"),
        OpEntry.Of<UnsortedSegmentMaxOp>(), OpEntry.Of<UnsortedSegmentMinOp>(), OpEntry.Of<UnsortedSegmentProdOp>(), OpEntry.Of<UnsortedSegmentSumOp>(), OpEntry.Of<InTopKV2Op>(),
        OpEntry.Of<ComplexOp>(new OpAttribute("Tout", DataType.Complex64)), OpEntry.Of<RealOp>(new OpAttribute("Tout", DataType.Float32)), OpEntry.Of<ImagOp>(new OpAttribute("Tout", DataType.Float32)),
        OpEntry.Of<FFTOp>(), OpEntry.Of<FFT2DOp>(), OpEntry.Of<RFFTOp>(new OpAttribute("Treal", DataType.Float32), new OpAttribute("Tcomplex", DataType.Complex64)),
        OpEntry.Of<IRFFTOp>(new OpAttribute("Treal", DataType.Float32), new OpAttribute("Tcomplex", DataType.Complex64)),
        OpEntry.Of<SoftmaxCrossEntropyWithLogitsOp>().With("loss", "backprop"), OpEntry.Of<SparseSoftmaxCrossEntropyWithLogitsOp>().With("loss", "backprop"),
        OpEntry.Of<StatelessRandomGetKeyCounterOp>().With("key", "counter"), OpEntry.Of<StatelessRandomUniformV2Op>(new OpAttribute("dtype", DataType.Float32)),
        OpEntry.Of<StatelessRandomNormalV2Op>(new OpAttribute("dtype", DataType.Float32)), OpEntry.Of<StatelessTruncatedNormalV2Op>(new OpAttribute("dtype", DataType.Float32)),
        OpEntry.Of<StatelessRandomUniformIntV2Op>(new OpAttribute("dtype", DataType.Int32, true)),
    ];
}
