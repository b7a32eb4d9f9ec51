using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Base of layers that move, turn or stretch images.</summary>
public abstract class BaseProjectionLayer : BaseRandomImageLayer
{
    private protected BaseProjectionLayer(string fillMode, string interpolation, int? seed, double fillValue, string? dataFormat)
        : base(dataFormat, seed) => (FillMode, Interpolation, FillValue) = (
            Require.OneOf(fillMode, ["reflect", "wrap", "constant", "nearest"]), Require.OneOf(interpolation, ["nearest", "bilinear"]), fillValue);

    /// <summary>What lies outside of the image: <c>constant</c>, <c>nearest</c>, <c>wrap</c> or <c>reflect</c>.</summary>
    public string FillMode { get; }

    /// <summary><c>bilinear</c> or <c>nearest</c>.</summary>
    public string Interpolation { get; }

    /// <summary>The number outside, for <c>constant</c>.</summary>
    public double FillValue { get; }

    /// <summary>A transformation by a matrix <c>(batch, 8)</c>, as Ops.Image.AffineTransform takes it.</summary>
    private protected ImageTransformation Projection(Tensor matrix, Func<LabeledBoxes, LabeledBoxes> boxes)
    {
        Tensor Projected(Tensor x, string interpolation) => Ops.Image.AffineTransform(x, matrix, interpolation, FillMode, FillValue, DataFormat);
        return new ImageTransformation { Images = x => Projected(Compute(x), Interpolation), Masks = x => Projected(x, "nearest"), Boxes = boxes };
    }

    /// <summary>A matrix <c>(batch, 8)</c> of columns <c>(batch, 1)</c> and numbers.</summary>
    private protected static Tensor Matrix(Tensor like, params object[] columns) => Ops.Concatenate(
        new Tensors([.. columns.Select(c => c as Tensor ?? (Ops.ZerosLike(like) + Convert.ToDouble(c, System.Globalization.CultureInfo.InvariantCulture)))]), 1);
}
