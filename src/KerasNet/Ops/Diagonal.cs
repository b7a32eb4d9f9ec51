namespace KerasNet;

public static partial class Ops
{
    /// <summary>A diagonal of the matrices that two axes make; it becomes the last axis.</summary>
    /// <remarks>Python: <c>keras.ops.diagonal</c>.</remarks>
    public static Tensor Diagonal(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) => Run(
        "Diagonal",
        x,
        t =>
        {
            var (a, b) = (t.Shape.Axis(axis1), t.Shape.Axis(axis2));
            var rest = Enumerable.Range(0, t.Rank).Where(i => i != a && i != b);
            return RawOps.MatrixDiagPartV3(RawOps.Transpose(t, [.. rest, a, b]), RawOps.Scalar(offset), RawOps.Scalar(0, t.DType));
        },
        ("offset", offset),
        ("axis1", axis1),
        ("axis2", axis2));
}
