using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor OnesLike(Tensor x) => Op<OnesLikeOp>.Instance.Call1([x]);

    public static Tensor ZerosLike(Tensor x) => Op<ZerosLikeOp>.Instance.Call1([x]);
}

/// <summary>Ones of a tensor's shape and type.</summary>
internal sealed class OnesLikeOp : NumberUnaryOp
{
    public override string Name => "OnesLike";

    public override bool IsConstant => true;

    protected override Complex OfComplex(Complex x) => Complex.One;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => y.Fill(T.One);
}

/// <summary>Zeros of a tensor's shape and type.</summary>
internal sealed class ZerosLikeOp : OpDefinition
{
    public override string Name => "ZerosLike";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public override unsafe void Run(Kernel kernel)
    {
        var y = kernel.Allocate(0, kernel.Input(0).Shape);
        new Span<byte>(y.Pointer, checked((int)y.ByteLength)).Clear();
    }
}
