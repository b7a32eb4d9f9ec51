namespace KerasNet.Backends.Managed;

/// <summary>Pooling on tensors, channels last: hands the memory to the kernel of its type.</summary>
internal sealed unsafe class PoolRun(int[] input, int[] window, int[] output, int[] strides, int[] before)
{
    private readonly PoolShape _shape = PoolShape.Create(input, window, output, strides, before);

    public void Max(Tensor x, Tensor y)
    {
        if (x.DType == DataType.Float64)
        {
            Pooling.Max(_shape, (double*)x.Pointer, (double*)y.Pointer);
        }
        else
        {
            Pooling.Max(_shape, (float*)x.Pointer, (float*)y.Pointer);
        }
    }

    public void Average(Tensor x, Tensor y)
    {
        if (x.DType == DataType.Float64)
        {
            Pooling.Average(_shape, (double*)x.Pointer, (double*)y.Pointer);
        }
        else
        {
            Pooling.Average(_shape, (float*)x.Pointer, (float*)y.Pointer);
        }
    }

    public void MaxGradient(Tensor x, Tensor y, Tensor dy, Tensor dx, bool all)
    {
        if (x.DType == DataType.Float64)
        {
            PoolingGradient.Max(_shape, (double*)x.Pointer, (double*)y.Pointer, (double*)dy.Pointer, (double*)dx.Pointer, all);
        }
        else
        {
            PoolingGradient.Max(_shape, (float*)x.Pointer, (float*)y.Pointer, (float*)dy.Pointer, (float*)dx.Pointer, all);
        }
    }

    public void AverageGradient(Tensor dy, Tensor dx)
    {
        if (dy.DType == DataType.Float64)
        {
            PoolingGradient.Average(_shape, (double*)dy.Pointer, (double*)dx.Pointer);
        }
        else
        {
            PoolingGradient.Average(_shape, (float*)dy.Pointer, (float*)dx.Pointer);
        }
    }

    /// <summary>Takes of each window the value of <paramref name="from"/> at the place of its largest element: the gradient of the gradient. Every
    /// one of equal elements counts with <paramref name="all"/>, else the first.</summary>
    public void TakeAtMax<T>(Tensor x, Tensor y, Tensor from, Tensor result, bool all)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var px = (T*)x.Pointer;
        var py = (T*)y.Pointer;
        var pf = (T*)from.Pointer;
        var to = (T*)result.Pointer;
        var (s, channels) = (_shape, _shape.Channels);
        for (var at = 0; at < s.Batch * s.Output.Volume; at++)
        {
            var position = at % s.Output.Volume;
            var part = s.WindowAt(position / s.Output.W / s.Output.H, position / s.Output.W % s.Output.H, position % s.Output.W);
            var image = (long)(at / s.Output.Volume) * s.Input.Volume * channels;
            for (var c = 0; c < channels; c++)
            {
                var o = ((long)at * channels) + c;
                to[o] = Take(part, px + image + c, pf + image + c, py[o], all);
            }
        }
    }

    private T Take<T>(PoolWindow part, T* x, T* from, T largest, bool all)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var sum = T.Zero;
        for (var d = part.D0; d < part.D1; d++)
        {
            for (var h = part.H0; h < part.H1; h++)
            {
                for (var w = part.W0; w < part.W1; w++)
                {
                    var i = ((((long)d * _shape.Input.H) + h) * _shape.Input.W + w) * _shape.Channels;
                    if (x[i] == largest)
                    {
                        sum += from[i];
                        if (!all)
                        {
                            return sum;
                        }
                    }
                }
            }
        }

        return sum;
    }
}
