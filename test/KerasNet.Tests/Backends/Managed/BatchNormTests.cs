using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class BatchNormTests
{
    [Test]
    public void EqualsTensorFlow()
    {
        foreach (var item in KernelCase.All("batchnorm"))
        {
            (int rows, int channels, bool training) = (item.Ints[0], item.Ints[1], item.Ints[2] == 1);
            float[] x = item.Input<float>(0), scale = item.Input<float>(1), offset = item.Input<float>(2), mean = item.Input<float>(3), variance = item.Input<float>(4), g = item.Input<float>(5);
            float[] y = new float[x.Length], dx = new float[x.Length], dscale = new float[channels], doffset = new float[channels];
            float[] newMean = [.. mean], newVariance = [.. variance], savedMean = [.. mean], savedVariance = [.. variance];
            fixed (float* px = x, ps = scale, po = offset, pm = mean, pv = variance, pg = g, py = y, pdx = dx)
            fixed (float* pds = dscale, pdo = doffset, pnm = newMean, pnv = newVariance, psm = savedMean, psv = savedVariance)
            {
                if (training)
                {
                    BatchNorm.Train(rows, channels, px, ps, po, pm, pv, 1e-3f, (float)item.Factor, py, pnm, pnv, psm, psv);
                }
                else
                {
                    BatchNorm.Infer(rows, channels, px, ps, po, pm, pv, 1e-3f, py);
                }

                BatchNormGradient.Run(training, rows, channels, pg, px, ps, psm, psv, 1e-3f, pdx, pds, pdo);
            }

            float[][] actual = [y, newMean, newVariance, savedMean, savedVariance, dx, dscale, doffset];
            for (int i = 0; i < actual.Length; i++)
            {
                Numbers.AreClose(actual[i], item.Output<float>(i), 2e-4);
            }
        }
    }

    [Test]
    public void ThreadsDoNotChangeANumber()
    {
        float[] x = Numbers.Random<float>(3001 * 9), one = new float[9], many = new float[9];
        fixed (float* px = x, p1 = one, p4 = many)
        {
            using (ManagedThreads.Limit(1))
            {
                ColumnSums.Of(px, 3001, 9, p1);
            }

            using (ManagedThreads.Limit(4))
            {
                ColumnSums.Of(px, 3001, 9, p4);
            }
        }

        Assert.That(many, Is.EqualTo(one));
        Numbers.AreClose(one, [.. Enumerable.Range(0, 9).Select(c => (float)Enumerable.Range(0, 3001).Sum(r => (double)x[(r * 9) + c]))]);
    }
}
