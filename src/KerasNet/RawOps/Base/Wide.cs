namespace KerasNet;

/// <summary>Runs a kernel that knows float32 and float64 only on other types: 16-bit floats as float32, integers as float64, exact up to 2⁵³.</summary>
internal static class Wide
{
    public static void Run(Tensor a, Tensor b, Tensor y, Action<Tensor, Tensor, Tensor> kernel)
    {
        var type = Type(a.DType);
        var wide = Tensor.Allocate(type, y.Shape);
        kernel(Convert(a, type), Convert(b, type), wide);
        CastOp.Convert(wide, y);
    }

    public static void Run(Tensor x, Tensor y, Action<Tensor, Tensor> kernel)
    {
        var type = Type(x.DType);
        var wide = Tensor.Allocate(type, y.Shape);
        kernel(Convert(x, type), wide);
        CastOp.Convert(wide, y);
    }

    private static DataType Type(DataType narrow) => narrow.IsFloating() ? DataType.Float32
        : narrow.IsInteger() ? DataType.Float64
        : throw new NotSupportedException($"The managed backend does not multiply {narrow.Name()}. Cast to float32 first.");

    private static Tensor Convert(Tensor x, DataType type)
    {
        var wide = Tensor.Allocate(type, x.Shape);
        CastOp.Convert(x, wide);
        return wide;
    }
}
