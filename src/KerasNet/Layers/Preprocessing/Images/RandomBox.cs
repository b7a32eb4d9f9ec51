namespace KerasNet.Layers;

/// <summary>A rectangle for each image, at a random place.</summary>
internal sealed record RandomBox(Tensor Left, Tensor Right, Tensor Top, Tensor Bottom)
{
    /// <summary>Draws rectangles whose sides are given shares of the image's.</summary>
    public static RandomBox Draw(ImageFacts images, Tensor horizontal, Tensor vertical, RandomSeed seed, DataType type)
    {
        var (left, right) = Side(images.Batch, images.Width, horizontal, seed, type);
        var (top, bottom) = Side(images.Batch, images.Height, vertical, seed, type);
        return new RandomBox(left, right, top, bottom);
    }

    /// <summary>True for pixels inside, on axes that broadcast over channels.</summary>
    public Tensor Mask(ImageFacts images)
    {
        var (x, y) = (Grid(images.Width, images.ChannelsFirst ? 3 : 2), Grid(images.Height, images.ChannelsFirst ? 2 : 1));
        return RawOps.LogicalAnd(
            RawOps.LogicalAnd(Ops.GreaterEqual(x, Raised(Left)), Ops.Less(x, Raised(Right))),
            RawOps.LogicalAnd(Ops.GreaterEqual(y, Raised(Top)), Ops.Less(y, Raised(Bottom))));
    }

    private static (Tensor Start, Tensor End) Side(Tensor batch, Tensor length, Tensor share, RandomSeed seed, DataType type)
    {
        var (whole, size) = (Ops.Cast(length, type), Ops.Cast(share * Ops.Cast(length, share.DType), type));
        var start = RandomOps.Uniform((ReadOnlySpan<Tensor>)[batch], 0, 1, type, seed) * (whole - size);
        return (start, start + size);
    }

    private Tensor Grid(Tensor length, int axis)
    {
        int[] shape = [1, 1, 1, 1];
        shape[axis] = -1;
        return RawOps.Reshape(RawOps.Cast(RawOps.Range(length), Left.DType), RawOps.Constant(shape));
    }

    private static Tensor Raised(Tensor x) => RawOps.Reshape(x, RawOps.Constant(-1, 1, 1, 1));
}
