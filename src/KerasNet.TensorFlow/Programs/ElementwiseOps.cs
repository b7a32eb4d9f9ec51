namespace KerasNet.TensorFlow.Programs;

/// <summary>Ops on each element: arithmetic, comparisons, activations.</summary>
internal static class ElementwiseOps
{
    public static IEnumerable<OpEntry> All =>
    [
        OpEntry.Of<AbsOp>(), OpEntry.Of<AcosOp>(), OpEntry.Of<AcoshOp>(), OpEntry.Of<AddV2Op>(), OpEntry.Of<AddNOp>(new OpAttribute("N", 1, true)), OpEntry.Of<AsinOp>(), OpEntry.Of<AsinhOp>(),
        OpEntry.Of<AtanOp>(), OpEntry.Of<Atan2Op>(), OpEntry.Of<AtanhOp>(), OpEntry.Of<BesselI0Op>(), OpEntry.Of<BesselI1Op>(), OpEntry.Of<BitwiseAndOp>(), OpEntry.Of<BitwiseOrOp>(), OpEntry.Of<BitwiseXorOp>(),
        OpEntry.Of<CeilOp>(), OpEntry.Of<ClipByValueOp>(), OpEntry.Of<ConjOp>(), OpEntry.Of<CosOp>(), OpEntry.Of<CoshOp>(), OpEntry.Of<DigammaOp>(), OpEntry.Of<DivNoNanOp>(), OpEntry.Of<EluOp>(),
        OpEntry.Of<EqualOp>(), OpEntry.Of<ErfOp>(), OpEntry.Of<ErfcOp>(), OpEntry.Of<ErfinvOp>(), OpEntry.Of<ExpOp>(), OpEntry.Of<Expm1Op>(), OpEntry.Of<FloorOp>(), OpEntry.Of<FloorDivOp>(), OpEntry.Of<FloorModOp>(),
        OpEntry.Of<GreaterOp>(), OpEntry.Of<GreaterEqualOp>(), OpEntry.Of<InvertOp>(), OpEntry.Of<IsFiniteOp>(), OpEntry.Of<IsInfOp>(), OpEntry.Of<IsNanOp>(), OpEntry.Of<LeakyReluOp>(new OpAttribute("alpha", 0.2f)),
        OpEntry.Of<LeftShiftOp>(), OpEntry.Of<LessOp>(), OpEntry.Of<LessEqualOp>(), OpEntry.Of<LgammaOp>(), OpEntry.Of<LogOp>(), OpEntry.Of<Log1pOp>(), OpEntry.Of<LogSoftmaxOp>(), OpEntry.Of<LogicalAndOp>(),
        OpEntry.Of<LogicalNotOp>(), OpEntry.Of<LogicalOrOp>(), OpEntry.Of<MaximumOp>(), OpEntry.Of<MinimumOp>(), OpEntry.Of<MulOp>(), OpEntry.Of<NegOp>(), OpEntry.Of<NextAfterOp>(), OpEntry.Of<NotEqualOp>(),
        OpEntry.Of<OnesLikeOp>(), OpEntry.Of<PolygammaOp>(), OpEntry.Of<PowOp>(), OpEntry.Of<RealDivOp>(), OpEntry.Of<ReciprocalOp>(), OpEntry.Of<ReluOp>(), OpEntry.Of<Relu6Op>(), OpEntry.Of<RightShiftOp>(),
        OpEntry.Of<RintOp>(), OpEntry.Of<RoundOp>(), OpEntry.Of<RsqrtOp>(), OpEntry.Of<SelectV2Op>(), OpEntry.Of<SeluOp>(), OpEntry.Of<SigmoidOp>(), OpEntry.Of<SignOp>(), OpEntry.Of<SinOp>(), OpEntry.Of<SinhOp>(),
        OpEntry.Of<SoftmaxOp>(), OpEntry.Of<SoftplusOp>(), OpEntry.Of<SoftsignOp>(), OpEntry.Of<SqrtOp>(), OpEntry.Of<SquareOp>(), OpEntry.Of<SquaredDifferenceOp>(), OpEntry.Of<SubOp>(), OpEntry.Of<TanOp>(),
        OpEntry.Of<TanhOp>(), OpEntry.Of<XdivyOp>(), OpEntry.Of<XlogyOp>(), OpEntry.Of<ZerosLikeOp>(),
    ];
}
