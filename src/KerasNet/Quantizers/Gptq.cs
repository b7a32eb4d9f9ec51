namespace KerasNet.Quantizers;

/// <summary>GPTQ: rounds row after row of a kernel and corrects the rows that follow, so that outputs for the inputs that were seen change least.</summary>
/// <remarks>Python: <c>keras.src.quantizers.gptq</c>. Source: Frantar et al., 2022.</remarks>
/// <param name="config">Bits, groups, order.</param>
/// <param name="rows">Rows of the kernel.</param>
internal sealed class Gptq(GPTQConfig config, int rows) : ICalibration
{
    private const int BlockSize = 128;

    private Tensor _hessian = Ops.Zeros(new TensorShape(rows, rows));
    private int _samples;

    public void See(Tensor inputs)
    {
        var x = Ops.Cast(inputs, DataType.Float32);
        var (before, total) = (_samples, _samples + x.Shape[0]);
        var gram = Ops.MatMul(Ops.Transpose(x), x);
        gram = Ops.Divide(Ops.Add(gram, Ops.Transpose(gram)), 2.0);
        _hessian = Ops.Add(before > 0 ? Ops.Multiply(_hessian, (double)before / total) : _hessian, Ops.Multiply(2.0 / total, gram));
        _samples = total;
    }

    public CalibratedValues Quantize(Tensor kernel)
    {
        var hessian = Damped();
        var diagonal = Ops.Diagonal(hessian).AsSpan<float>().ToArray();
        int[] order = [.. config.ActivationOrder ? Enumerable.Range(0, rows).OrderByDescending(i => diagonal[i]) : Enumerable.Range(0, rows)];
        Tensor Ordered(Tensor t, int axis) => config.ActivationOrder ? Ops.Take(t, order, axis) : t;
        var inverse = Ordered(Ordered(Ops.Inv(hessian), 0), 1);
        var columns = kernel.Shape[1];
        var (integers, scales, zeros) = Rounded(Ordered(Ops.Transpose(Ops.Cast(kernel, DataType.Float32)), 1), inverse, columns);
        var back = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            back[order[i]] = i;
        }

        var group = config.GroupSize == -1 ? rows : config.GroupSize;
        return new CalibratedValues(
            config.ActivationOrder ? Ops.Take(integers, back, 1) : integers, Ops.Concatenate(new Tensors(scales), 1), Ops.Concatenate(new Tensors(zeros), 1),
            Tensor.Create<float>(Array.ConvertAll(back, i => (float)i / group), rows), null);
    }

    /// <summary>The Hessian with something added to its diagonal, so that it can be inverted.</summary>
    private Tensor Damped()
    {
        var diagonal = Ops.Diagonal(_hessian);
        var alive = Ops.Where(Ops.Equal(diagonal, 0.0), 1.0, diagonal);
        var damped = Ops.Add(alive, Ops.Multiply(config.HessianDamping, Ops.Mean(alive)));
        return Ops.Add(Ops.Subtract(_hessian, Ops.Diag(diagonal)), Ops.Diag(damped));
    }

    /// <summary>Integers <c>(columns, rows)</c>, with scale and zero of each group.</summary>
    private (Tensor Integers, List<Tensor> Scales, List<Tensor> Zeros) Rounded(Tensor weights, Tensor inverse, int columns)
    {
        var (w, h) = (weights.AsSpan<float>().ToArray(), inverse.AsSpan<float>().ToArray());
        var integers = new float[w.Length];
        var (scales, zeros) = (new List<Tensor>(), new List<Tensor>());
        var (width, levels) = (config.GroupSize == -1 ? rows : config.GroupSize, (float)((1 << config.WeightBits) - 1));
        float[] scale = [], zero = [];
        for (var start = 0; start < rows; start += BlockSize)
        {
            var end = Math.Min(start + BlockSize, rows);

            // Groups take their scales from what blocks before have left; corrections inside of the block come after.
            var block = Part(w, columns, start, end);
            var errors = new float[columns * (end - start)];
            for (var j = start; j < end; j++)
            {
                if (j % width == 0)
                {
                    var (s, z) = Parameters(w, columns, j, Math.Min(j + width, rows));
                    scales.Add(s);
                    zeros.Add(z);
                    (scale, zero) = (s.AsSpan<float>().ToArray(), Ops.Cast(z, DataType.Float32).AsSpan<float>().ToArray());
                }

                Column(block, errors, integers, (start, end, j), columns, (scale, zero, levels), h);
            }

            Propagate(w, errors, inverse, columns, start, end);
        }

        return (Tensor.Create<float>(integers, new TensorShape(columns, rows)), scales, zeros);
    }

    private (Tensor Scale, Tensor Zero) Parameters(float[] w, int columns, int start, int end) =>
        Blocks.Parameters(Tensor.Create<float>(Part(w, columns, start, end), new TensorShape(columns, end - start)), config.WeightBits, config.Symmetric, config.PerChannel, config.GroupSize);

    private float[] Part(float[] w, int columns, int start, int end)
    {
        var part = new float[columns * (end - start)];
        for (var c = 0; c < columns; c++)
        {
            w.AsSpan((c * rows) + start, end - start).CopyTo(part.AsSpan(c * (end - start)));
        }

        return part;
    }

    /// <summary>Rounds one row of the kernel, and moves those that follow in the block against the error.</summary>
    private void Column(float[] block, float[] errors, float[] integers, (int Start, int End, int At) range, int columns, (float[] Scale, float[] Zero, float Levels) group, float[] h)
    {
        var (size, j) = (range.End - range.Start, range.At - range.Start);
        var influence = h.AsSpan((range.At * rows) + range.Start, size);
        for (var c = 0; c < columns; c++)
        {
            var (value, scale, zero) = (block[(c * size) + j], group.Scale[c], group.Zero[c]);
            var q = Math.Clamp(MathF.Round((value / (scale == 0 ? 1e-8f : scale)) + zero), 0, group.Levels);
            integers[(c * rows) + range.At] = q;
            var error = (value - (scale * (q - zero))) / influence[j];
            errors[(c * size) + j] = error;
            for (var k = j + 1; k < size; k++)
            {
                block[(c * size) + k] -= error * influence[k];
            }
        }
    }

    /// <summary>Moves the rows after a block against its errors.</summary>
    private void Propagate(float[] w, float[] errors, Tensor inverse, int columns, int start, int end)
    {
        if (end == rows)
        {
            return;
        }

        var update = Ops.MatMul(Tensor.Create<float>(errors, new TensorShape(columns, end - start)), inverse[start..end, end..]).AsSpan<float>();
        for (var c = 0; c < columns; c++)
        {
            var rest = w.AsSpan((c * rows) + end, rows - end);
            System.Numerics.Tensors.TensorPrimitives.Subtract(rest, update.Slice(c * rest.Length, rest.Length), rest);
        }
    }
}
