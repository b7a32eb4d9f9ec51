using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Log(Tensor x) => Op<LogOp>.Instance.Call1([x]);
}

/// <summary>Elementwise natural logarithm.</summary>
internal sealed class LogOp : FloatUnaryOp
{
    public override string Name => "Log";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Log(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Log(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, x);
}
