using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed unsafe class DepthwiseConvolutionTests<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [Test, Combinatorial]
    public void AgreesWithAGroupedConvolution([Values(1, 3)] int multiplier, [Values(1, 2)] int stride, [Values(1, 2)] int dilation, [Values] bool same)
    {
        const int batch = 3, height = 9, width = 8, channels = 11, kernelH = 3, kernelW = 2;
        var (outH, top, _) = same ? SpatialPadding.Same(height, kernelH, stride, dilation) : (SpatialPadding.Valid(height, kernelH, stride, dilation), 0, 0);
        var (outW, left, _) = same ? SpatialPadding.Same(width, kernelW, stride, dilation) : (SpatialPadding.Valid(width, kernelW, stride, dilation), 0, 0);
        var shape = new DepthwiseShape(batch, height, width, channels, kernelH, kernelW, multiplier, outH, outW, stride, stride, dilation, dilation, top, left);
        var grouped = new ConvolutionShape(
            batch, new(1, height, width), channels, new(1, kernelH, kernelW), new(1, outH, outW), channels * multiplier, new(1, stride, stride), new(1, dilation, dilation), new(0, top, left), channels);

        T[] x = Numbers.Random<T>(batch * height * width * channels, 1), f = Numbers.Random<T>(kernelH * kernelW * channels * multiplier, 2), g = Numbers.Random<T>(batch * outH * outW * channels * multiplier, 3);
        T[] y = new T[g.Length], y2 = new T[g.Length], dx = new T[x.Length], dx2 = new T[x.Length], df = new T[f.Length], df2 = new T[f.Length];
        fixed (T* px = x, pf = f, pg = g)
        fixed (T* py = y, py2 = y2, pdx = dx, pdx2 = dx2, pdf = df, pdf2 = df2)
        {
            using var wide = ManagedThreads.Limit(3);
            DepthwiseConvolution.Forward(shape, px, pf, py);
            DepthwiseConvolution.BackwardInput(shape, pf, pg, pdx);
            DepthwiseConvolution.BackwardFilter(shape, px, pg, pdf);
            Convolution.Forward(grouped, px, pf, py2);
            ConvolutionInput.Backward(grouped, pf, pg, pdx2);
            ConvolutionFilter.Backward(grouped, px, pg, pdf2);
        }

        Numbers.AreClose(y, y2);
        Numbers.AreClose(dx, dx2);
        Numbers.AreClose(df, df2, Numbers.Tolerance<T>() * 10);
    }
}
