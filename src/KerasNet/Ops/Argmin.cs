namespace KerasNet;

public static partial class Ops
{
    /// <summary>Position of the smallest element along an axis, or among all elements; of equal ones the first. The result is int32.</summary>
    /// <remarks>Python: <c>keras.ops.argmin</c>.</remarks>
    public static Tensor Argmin(Tensor x, int? axis = null, bool keepdims = false) =>
        Run("Argmin", x, t => Position(t, axis, keepdims, RawOps.ArgMin), ("axis", axis), ("keepdims", keepdims));
}
