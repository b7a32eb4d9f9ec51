namespace KerasNet;

public static partial class Ops
{
    /// <summary>Whether something is a tensor.</summary>
    /// <remarks>Python: <c>keras.ops.is_tensor</c>.</remarks>
    public static bool IsTensor(object? x) => x is Tensor { IsKeras: false };
}
