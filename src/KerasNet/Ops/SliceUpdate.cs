namespace KerasNet;

public static partial class Ops
{
    /// <summary>A tensor with a box replaced. A box that would not fit is moved inside.</summary>
    /// <remarks>Python: <c>keras.ops.slice_update</c>.</remarks>
    /// <param name="inputs">The tensor.</param>
    /// <param name="startIndices">Where the box begins: a number for each axis.</param>
    /// <param name="updates">The box.</param>
    public static Tensor SliceUpdate(Tensor inputs, Tensor startIndices, Tensor updates) => Run("SliceUpdate", [inputs, startIndices, updates], t =>
    {
        var (x, box) = (t[0], RawOps.Cast(t[2], t[0].DType));
        var room = RawOps.Sub(RawOps.Shape(x), RawOps.Shape(box));
        var before = RawOps.Maximum(RawOps.Minimum(RawOps.Cast(t[1], DataType.Int32), room), RawOps.Scalar(0));
        var pads = RawOps.Pack([before, RawOps.Sub(room, before)], 1);
        var inside = RawOps.Pad(RawOps.Fill(RawOps.Shape(box), RawOps.Scalar(1)), pads, x.Shape);
        return RawOps.SelectV2(RawOps.Equal(inside, RawOps.Scalar(1)), RawOps.Pad(box, pads, x.Shape), x);
    });
}
