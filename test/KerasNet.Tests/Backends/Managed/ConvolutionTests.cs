using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed unsafe class ConvolutionTests<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private static IEnumerable<ConvolutionShape> Shapes()
    {
        yield return Make(2, [5], 3, [3], 4, [1], [1], same: true);
        yield return Make(1, [11], 2, [3], 5, [2], [1], same: false);
        yield return Make(2, [12], 4, [3], 6, [1], [3], same: true, groups: 2);
        yield return Make(3, [7, 6], 3, [3, 2], 5, [1, 1], [1, 1], same: false);
        yield return Make(2, [9, 8], 4, [3, 3], 17, [2, 2], [1, 1], same: true);
        yield return Make(2, [9, 8], 4, [3, 3], 17, [2, 3], [1, 1], same: false);
        yield return Make(1, [10, 12], 1, [3, 3], 33, [1, 1], [2, 3], same: true);
        yield return Make(1, [10, 12], 3, [3, 3], 4, [3, 2], [2, 4], same: true);
        yield return Make(2, [6, 6], 6, [2, 3], 9, [1, 2], [2, 1], same: true, groups: 3);
        yield return Make(2, [5, 5], 8, [1, 1], 3, [1, 1], [1, 1], same: false);
        yield return Make(2, [7, 7], 5, [1, 1], 3, [2, 2], [1, 1], same: false);
        yield return Make(2, [7, 7], 2, [2, 2], 3, [3, 3], [1, 1], same: false);
        yield return Make(1, [4, 5, 6], 2, [2, 3, 3], 3, [1, 2, 1], [1, 1, 1], same: true);
        yield return Make(2, [5, 5, 5], 3, [3, 3, 3], 4, [2, 2, 2], [1, 1, 1], same: false);
        yield return Make(9, [28, 27], 1, [3, 3], 32, [1, 1], [1, 1], same: false);
        yield return Make(1, [14, 13], 32, [3, 3], 40, [1, 1], [1, 1], same: true);
    }

    private static IEnumerable<TestCaseData> Cases() => Shapes().Select((s, i) => new TestCaseData(i).SetArgDisplayNames($"{i}: {s.Batch}x{s.Input.D}x{s.Input.H}x{s.Input.W}x{s.InChannels}"));

    [TestCaseSource(nameof(Cases))]
    public void ForwardAndGradientsAgreeWithNaiveLoops(int index)
    {
        var shape = Shapes().ElementAt(index);
        T[] input = Numbers.Random<T>(shape.Batch * shape.Input.Volume * shape.InChannels, 1);
        T[] filter = Numbers.Random<T>(shape.Kernel.Volume * shape.GroupIn * shape.OutChannels, 2);
        T[] gradient = Numbers.Random<T>(shape.Batch * shape.Output.Volume * shape.OutChannels, 3);
        T[] y = Numbers.Random<T>(gradient.Length, 4), dx = Numbers.Random<T>(input.Length, 5), df = Numbers.Random<T>(filter.Length, 6);
        fixed (T* px = input, pf = filter, pg = gradient, py = y, pdx = dx, pdf = df)
        {
            using var wide = ManagedThreads.Limit(3);
            Convolution.Forward(shape, px, pf, py);
            ConvolutionInput.Backward(shape, pf, pg, pdx);
            ConvolutionFilter.Backward(shape, px, pg, pdf);
        }

        var (ny, ndx, ndf) = Naive(shape, input, filter, gradient);
        Numbers.AreClose(y, ny, Numbers.Tolerance<T>() * 3);
        Numbers.AreClose(dx, ndx, Numbers.Tolerance<T>() * 3);
        Numbers.AreClose(df, ndf, Numbers.Tolerance<T>() * 30);
    }

    [Test]
    public void ThreadsDoNotChangeANumber()
    {
        var shape = Make(9, [28, 27], 3, [3, 3], 20, [1, 1], [1, 1], same: true);
        T[] input = Numbers.Random<T>(shape.Batch * shape.Input.Volume * 3), gradient = Numbers.Random<T>(shape.Batch * shape.Output.Volume * 20);
        T[] one = new T[27 * 20], many = new T[27 * 20];
        fixed (T* px = input, pg = gradient, p1 = one, p4 = many)
        {
            using (ManagedThreads.Limit(1))
            {
                ConvolutionFilter.Backward(shape, px, pg, p1);
            }

            using (ManagedThreads.Limit(4))
            {
                ConvolutionFilter.Backward(shape, px, pg, p4);
            }
        }

        Assert.That(many, Is.EqualTo(one));
    }

    private static ConvolutionShape Make(int batch, int[] input, int inChannels, int[] kernel, int outChannels, int[] stride, int[] dilation, bool same, int groups = 1)
    {
        var sizes = input.Select((x, i) => same ? SpatialPadding.Same(x, kernel[i], stride[i], dilation[i]) : (SpatialPadding.Valid(x, kernel[i], stride[i], dilation[i]), 0, 0)).ToArray();
        return ConvolutionShape.Create(
            [batch, .. input, inChannels], [.. kernel, inChannels / groups, outChannels], [batch, .. sizes.Select(s => s.Item1), outChannels], stride, dilation, [.. sizes.Select(s => s.Item2)]);
    }

    private static (T[] Y, T[] Dx, T[] Df) Naive(ConvolutionShape s, T[] input, T[] filter, T[] gradient)
    {
        double[] y = new double[gradient.Length], dx = new double[input.Length], df = new double[filter.Length];
        for (int n = 0; n < s.Batch; n++)
        {
            foreach (var (o, oi) in Positions(s.Output))
            {
                foreach (var (k, ki) in Positions(s.Kernel))
                {
                    int d = (o.D * s.Stride.D) - s.Before.D + (k.D * s.Dilation.D);
                    int h = (o.H * s.Stride.H) - s.Before.H + (k.H * s.Dilation.H);
                    int w = (o.W * s.Stride.W) - s.Before.W + (k.W * s.Dilation.W);
                    if (d < 0 || h < 0 || w < 0 || d >= s.Input.D || h >= s.Input.H || w >= s.Input.W)
                    {
                        continue;
                    }

                    int pixel = ((((n * s.Input.D) + d) * s.Input.H) + h) * s.Input.W + w;
                    for (int co = 0; co < s.OutChannels; co++)
                    {
                        int yi = (((n * s.Output.Volume) + oi) * s.OutChannels) + co;
                        for (int ci = 0; ci < s.GroupIn; ci++)
                        {
                            int xi = (pixel * s.InChannels) + (co / s.GroupOut * s.GroupIn) + ci;
                            int fi = (((ki * s.GroupIn) + ci) * s.OutChannels) + co;
                            y[yi] += double.CreateChecked(input[xi]) * double.CreateChecked(filter[fi]);
                            dx[xi] += double.CreateChecked(gradient[yi]) * double.CreateChecked(filter[fi]);
                            df[fi] += double.CreateChecked(gradient[yi]) * double.CreateChecked(input[xi]);
                        }
                    }
                }
            }
        }

        return (Convert(y), Convert(dx), Convert(df));
    }

    private static T[] Convert(double[] values) => [.. values.Select(T.CreateChecked)];

    private static IEnumerable<(Size3 At, int Index)> Positions(Size3 size) =>
        Enumerable.Range(0, size.Volume).Select(i => (new Size3(i / size.W / size.H, i / size.W % size.H, i % size.W), i));
}
