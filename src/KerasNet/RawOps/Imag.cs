using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Imag(Tensor x) => Op<ImagOp>.Instance.Call1([x], ("Tout", ComplexValues.PartType(x.DType)));
}

/// <summary>Imaginary parts of complex numbers.</summary>
internal sealed class ImagOp : ComplexPartOp
{
    public override string Name => "Imag";

    protected override int Part => 1;
}
