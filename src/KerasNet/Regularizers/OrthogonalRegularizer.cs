using KerasNet.Internal;

namespace KerasNet.Regularizers;

/// <summary>Penalty on rows or columns of a matrix that are not orthogonal to each other.</summary>
/// <remarks>Python: <c>keras.regularizers.OrthogonalRegularizer</c>.</remarks>
public sealed class OrthogonalRegularizer : Regularizer
{
    /// <summary>Makes the penalty.</summary>
    /// <param name="factor">Factor of the mean absolute product.</param>
    /// <param name="mode"><c>rows</c> or <c>columns</c>.</param>
    public OrthogonalRegularizer(double factor = 0.01, string mode = "rows")
    {
        Strength = Factor(factor, nameof(factor));
        Mode = Require.OneOf(mode, ["rows", "columns"]);
    }

    /// <summary>Factor of the mean absolute product.</summary>
    [Saving.ConfigName("factor")]
    public double Strength { get; }

    /// <summary>Rows or columns.</summary>
    public string Mode { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight)
    {
        if (weight.Rank != 2)
        {
            throw new ArgumentException($"Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape={weight.Shape}.", nameof(weight));
        }

        var rows = Mode == "rows";
        var unit = Ops.Normalize(weight, axis: rows ? 1 : 0);
        var product = rows ? Ops.MatMul(unit, Ops.Transpose(unit)) : Ops.MatMul(Ops.Transpose(unit), unit);
        var size = weight.Shape[rows ? 0 : 1] is >= 0 and var known ? known
            : throw new ArgumentException($"Inputs to OrthogonalRegularizer must have a known number of {Mode}. Received: inputs.shape={weight.Shape}.", nameof(weight));
        var others = Ops.Abs(product * (1.0 - new Initializers.Identity().Call([size, size], weight.DType)));
        return Strength * 0.5 * Ops.Sum(others) / (size * (size - 1.0) / 2.0);
    }
}
