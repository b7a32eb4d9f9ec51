using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Acosh(Tensor x) => Op<AcoshOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse hyperbolic cosine.</summary>
internal sealed class AcoshOp : FloatUnaryOp
{
    public override string Name => "Acosh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Log(x + (Complex.Sqrt(x + 1) * Complex.Sqrt(x - 1)));

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Acosh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, RawOps.Sinh(y));
}
