namespace KerasNet.Backends.Managed;

/// <summary>Resizing on float32 tensors <c>(batch, height, width, channels)</c>: hands the memory to the kernel of its method.</summary>
internal sealed unsafe class ResizeRun(ResizeMethod method, bool align, bool half)
{
    /// <summary>Fills the resized images <paramref name="y"/>.</summary>
    public void Forward(Tensor x, Tensor y)
    {
        var (rows, columns) = (Axis(x, y, 1), Axis(x, y, 2));
        var (batch, channels) = (x.Shape[0], x.Shape[3]);
        switch (method)
        {
            case ResizeMethod.Nearest: Resize.Nearest(batch, channels, rows, columns, (float*)x.Pointer, (float*)y.Pointer); break;
            case ResizeMethod.Linear: Resize.Bilinear(batch, channels, rows, columns, (float*)x.Pointer, (float*)y.Pointer); break;
            default: Cubic(x, y).Forward(x.AsSpan<float>(), y.Writable<float>()); break;
        }

        GC.KeepAlive((x, y));
    }

    /// <summary>Fills the gradient <paramref name="dx"/> of the images.</summary>
    public void Backward(Tensor dy, Tensor dx)
    {
        var (rows, columns) = (Axis(dx, dy, 1), Axis(dx, dy, 2));
        var (batch, channels) = (dx.Shape[0], dx.Shape[3]);
        switch (method)
        {
            case ResizeMethod.Nearest: Resize.NearestGradient(batch, channels, rows, columns, (float*)dy.Pointer, (float*)dx.Pointer); break;
            case ResizeMethod.Linear: Resize.BilinearGradient(batch, channels, rows, columns, (float*)dy.Pointer, (float*)dx.Pointer); break;
            default: Cubic(dx, dy).Backward(dy.AsSpan<float>(), dx.Writable<float>()); break;
        }

        GC.KeepAlive((dy, dx));
    }

    private ResizeAxis Axis(Tensor x, Tensor y, int axis) => new(x.Shape[axis], y.Shape[axis], half, align);

    private CubicResize Cubic(Tensor x, Tensor y) => new(
        new CubicAxis(x.Shape[1], y.Shape[1], align, half), new CubicAxis(x.Shape[2], y.Shape[2], align, half), x.Shape[1], x.Shape[2], x.Shape[3]);
}
