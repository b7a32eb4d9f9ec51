using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor FFT(Tensor x) => Op<FFTOp>.Instance.Call1([x]);
}

/// <summary>Fourier transform over the last axis.</summary>
internal sealed class FFTOp : FourierOp
{
    public override string Name => "FFT";

    protected override int Axes => 1;
}
