using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor FFT2D(Tensor x) => Op<FFT2DOp>.Instance.Call1([x]);
}

/// <summary>Fourier transform over the last two axes.</summary>
internal sealed class FFT2DOp : FourierOp
{
    public override string Name => "FFT2D";

    protected override int Axes => 2;
}
