using NumSharp;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>The value as an array over the same memory.</summary>
    /// <remarks>Python: <c>keras.ops.convert_to_numpy</c>.</remarks>
    /// <exception cref="InvalidOperationException">The tensor is symbolic.</exception>
    public static NDArray ConvertToNumpy(Tensor x) => x.Numpy();
}
