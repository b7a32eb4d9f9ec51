namespace KerasNet.Backends.Managed;

/// <summary>A depthwise convolution: input <c>(batch, H, W, channels)</c>, filter <c>(h, w, channels, multiplier)</c>, output <c>(batch, H', W', channels·multiplier)</c>.</summary>
internal readonly record struct DepthwiseShape(
    int Batch, int InH, int InW, int Channels, int KernelH, int KernelW, int Multiplier, int OutH, int OutW, int StrideH, int StrideW, int DilationH, int DilationW, int BeforeH, int BeforeW)
{
    public int OutChannels => Channels * Multiplier;
}
