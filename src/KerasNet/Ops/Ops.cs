using KerasNet.Layers;

namespace KerasNet;

/// <summary>Keras's functions on tensors, with Keras's names and arguments, on values, graph tensors and symbolic Keras tensors.</summary>
/// <remarks>Python: <c>keras.ops</c>.</remarks>
public static partial class Ops
{
    internal static Tensor Run(string className, Tensor x, Func<Tensor, Tensor> call, params ReadOnlySpan<(string Name, object? Value)> config) =>
        x.IsKeras ? FunctionOperation.Run(className, x, t => call(t), config).Single() : call(x);

    internal static Tensor Run(string className, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> call, params ReadOnlySpan<(string Name, object? Value)> config) =>
        a.IsKeras || b.IsKeras ? FunctionOperation.Run(className, new Tensors([a, b]), t => call(t[0], t[1]), config)[0] : call(a, b);

    internal static Tensor Run(string className, Tensor[] inputs, Func<Tensor[], Tensor> call, params ReadOnlySpan<(string Name, object? Value)> config) =>
        Array.Exists(inputs, t => t.IsKeras) ? FunctionOperation.Run(className, inputs, t => call([.. t]), config)[0] : call(inputs);

    internal static Tensor[] RunMany(string className, Tensor[] inputs, Func<Tensor[], Tensor[]> call, params ReadOnlySpan<(string Name, object? Value)> config) =>
        Array.Exists(inputs, t => t.IsKeras) ? [.. FunctionOperation.Run(className, inputs, t => call([.. t]), config)] : call(inputs);

    /// <summary>Brings two operands to one type: C# numbers take the tensor's, tensors meet as Keras's types do.</summary>
    internal static (Tensor A, Tensor B) Promote(Tensor a, Tensor b)
    {
        if (a.DType == b.DType)
        {
            return (a, b);
        }

        var type = DTypePromotion.Of(a, b);
        return (RawOps.Cast(a, type), RawOps.Cast(b, type));
    }

    /// <summary>Brings two operands to one type, as functions do in which Keras first makes arrays of numbers: int32, or the default float type.</summary>
    internal static (Tensor A, Tensor B) PromoteArrays(Tensor a, Tensor b)
    {
        var type = DTypePromotion.Of(a.DType, b.DType);
        return (RawOps.Cast(a, type), RawOps.Cast(b, type));
    }

    /// <summary>Brings two operands to the float type in which they meet, without a step between: -1 beside uint8 stays -1.</summary>
    private static (Tensor A, Tensor B) PromoteFloats(Tensor a, Tensor b)
    {
        var type = DTypePromotion.Of(a, b);
        type = type.IsFloating() || type.IsComplex() ? type : Keras.Config.FloatX;
        return (RawOps.Cast(a, type), RawOps.Cast(b, type));
    }

    /// <summary>Brings operands to one type.</summary>
    internal static Tensor[] Promote(Tensor[] xs)
    {
        if (Array.TrueForAll(xs, x => x.DType == xs[0].DType))
        {
            return xs;
        }

        var strong = xs.Where(x => !x.IsWeak).Select(x => x.DType).ToArray();
        var type = (strong.Length > 0 ? strong : xs.Select(x => x.DType)).Aggregate(DTypePromotion.Of);
        return Array.ConvertAll(xs, x => RawOps.Cast(x, type));
    }

    /// <summary>The operand as a float: integers and bool become the default float type.</summary>
    internal static Tensor ToFloat(Tensor x) => x.DType.IsFloating() || x.DType.IsComplex() ? x : RawOps.Cast(x, Keras.Config.FloatX);

    /// <summary>The operand as a float, where int64 becomes float64.</summary>
    private static Tensor ToWideFloat(Tensor x) => x.DType == DataType.Int64 ? RawOps.Cast(x, DataType.Float64) : ToFloat(x);

    /// <summary>A NumPy array in the 32-bit type that TensorFlow gives it where a kernel has such a default; tensors stay.</summary>
    private static Tensor Narrowed(Tensor x) => !x.IsArray ? x : x.DType switch
    {
        DataType.Float64 => RawOps.Cast(x, DataType.Float32),
        DataType.Int64 => RawOps.Cast(x, DataType.Int32),
        _ => x,
    };

    /// <summary>A number in the type of a tensor.</summary>
    private static Tensor Number(double value, Tensor like) => RawOps.Scalar(value, like.DType);
}
