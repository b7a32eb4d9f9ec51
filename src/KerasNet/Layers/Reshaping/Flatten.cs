namespace KerasNet.Layers;

/// <summary>Makes one axis of all but the batch axis.</summary>
/// <remarks>Python: <c>keras.layers.Flatten</c>. Input <c>(batch, …)</c>, output <c>(batch, product)</c>.</remarks>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>, which is turned to channels last first; null: the configured one.</param>
public sealed class Flatten(string? dataFormat = null) : Layer
{
    /// <summary>Order of the axes of the input.</summary>
    public string DataFormat { get; } = Internal.Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"]);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        Internal.Require.MinRank(Name, x.Shape, 1, "batch, …");
        if (DataFormat == "channels_first" && x.Rank > 2)
        {
            x = Ops.Transpose(x, [0, .. Enumerable.Range(2, x.Rank - 2), 1]);
        }

        var rest = x.Shape[1..];
        return x.Rank == 1 ? Ops.ExpandDims(x, -1)
            : rest.IsFullyDefined && (x.Shape[0] >= 0 || rest.Size > 0) ? Ops.Reshape(x, [x.Shape[0], (int)rest.Size])
            : Ops.Reshape(x, [RawOps.Dim(x, 0), rest.IsFullyDefined ? (int)rest.Size : -1]);
    }
}
