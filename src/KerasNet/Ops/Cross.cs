namespace KerasNet;

public static partial class Ops
{
    /// <summary>Cross products of vectors of three elements, or of two, whose third is 0.</summary>
    /// <remarks>Python: <c>keras.ops.cross</c>.</remarks>
    /// <param name="x1">Vectors.</param>
    /// <param name="x2">Vectors.</param>
    /// <param name="axisa">Axis of the first vectors.</param>
    /// <param name="axisb">Axis of the second vectors.</param>
    /// <param name="axisc">Axis of the products; there is none where both have two elements.</param>
    /// <param name="axis">Instead of all three.</param>
    /// <exception cref="ArgumentException">A vector has neither two nor three elements.</exception>
    public static Tensor Cross(Tensor x1, Tensor x2, int axisa = -1, int axisb = -1, int axisc = -1, int? axis = null)
    {
        (axisa, axisb, axisc) = axis is { } one ? (one, one, one) : (axisa, axisb, axisc);
        return Run(
            "Cross",
            x1,
            x2,
            (a, b) =>
            {
                (a, b) = Promote(a, b);
                var (pa, pb) = (Parts(a, axisa, nameof(x1)), Parts(b, axisb, nameof(x2)));
                var (third, flat) = (RawOps.Scalar(0, a.DType), pa.Length == 2 && pb.Length == 2);
                var (za, zb) = (pa.Length == 3 ? pa[2] : third, pb.Length == 3 ? pb[2] : third);
                var z = RawOps.Sub(RawOps.Mul(pa[0], pb[1]), RawOps.Mul(pa[1], pb[0]));
                if (flat)
                {
                    return z;
                }

                var x = RawOps.Sub(RawOps.Mul(pa[1], zb), RawOps.Mul(za, pb[1]));
                var y = RawOps.Sub(RawOps.Mul(za, pb[0]), RawOps.Mul(pa[0], zb));
                return MoveAxis(RawOps.Pack([x, y, z], z.Rank), -1, axisc);
            },
            ("axisa", axisa),
            ("axisb", axisb),
            ("axisc", axisc));

        static Tensor[] Parts(Tensor x, int axis, string name)
        {
            var along = x.Shape.Axis(axis);
            return x.Shape[along] switch
            {
                2 or 3 => RawOps.Unpack(x, x.Shape[along], along),
                -1 => RawOps.Unpack(x, 3, along),
                var size => throw new ArgumentException($"`{name}`'s dim on `axis={axis}` must be either 2 or 3, but received: {size}", name),
            };
        }
    }
}
