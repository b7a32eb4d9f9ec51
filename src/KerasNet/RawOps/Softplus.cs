using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Softplus(Tensor x) => Op<SoftplusOp>.Instance.Call1([x]);
}

/// <summary>Elementwise log(1 + e^x).</summary>
internal sealed class SoftplusOp : FloatUnaryOp
{
    public override string Name => "Softplus";

    protected override int Cost => 16;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => VectorLoop.Run<T, VectorFunctions.Softplus>(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.SoftplusGrad(dy, x);
}
