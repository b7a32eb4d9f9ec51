namespace KerasNet;

/// <summary>Ops on tensors that have one shape, which the caller knows also where a size is not: their derivatives need no sums over broadcast axes.</summary>
internal static class SameShape
{
    /// <summary>Attribute for the derivative only.</summary>
    public const string Attribute = "same_shape";

    public static Tensor Add(Tensor a, Tensor b) => Graphs.Op<AddV2Op>.Instance.Call1([a, b], (Attribute, true));

    public static Tensor Sub(Tensor a, Tensor b) => Graphs.Op<SubOp>.Instance.Call1([a, b], (Attribute, true));

    public static Tensor Mul(Tensor a, Tensor b) => Graphs.Op<MulOp>.Instance.Call1([a, b], (Attribute, true));

    /// <summary>Elements of one tensor where the condition holds, which may broadcast, of the other elsewhere.</summary>
    public static Tensor Select(Tensor condition, Tensor a, Tensor b) => Graphs.Op<SelectV2Op>.Instance.Call1([condition, a, b], (Attribute, true));
}
